package dev.perfloop.web.gates;

import dev.perfloop.web.gates.GateView.GuardCheckView;
import dev.perfloop.web.guards.GuardWords;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A gate as the XML that build servers read: a test case a guard. A broken guard is a failure, one that could not be told
 * an error; none is ever skipped, as many servers count what was skipped as passed.
 */
final class JUnitReport {
    private JUnitReport() {}

    static String of(GateView gate) {
        var text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            suite(xml, gate);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return text.toString();
    }

    private static void suite(XMLStreamWriter xml, GateView gate) throws XMLStreamException {
        // A gate that was cut short, or asked about nothing, must not look like one that passed.
        boolean cutShort = gate.result() == null || gate.checks().isEmpty();
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", "perfloop gate " + gate.target());
        xml.writeAttribute("tests", String.valueOf(gate.checks().size() + (cutShort ? 1 : 0)));
        xml.writeAttribute("failures", String.valueOf(count(gate.checks(), "REGRESSED")));
        xml.writeAttribute("errors", String.valueOf(count(gate.checks(), "INCONCLUSIVE") + (cutShort ? 1 : 0)));
        xml.writeAttribute("skipped", "0");
        xml.writeAttribute("timestamp", gate.requestedAt().toString());
        if (gate.endedAt() != null) {
            double seconds =
                    Duration.between(gate.requestedAt(), gate.endedAt()).toMillis() / 1000.0;
            xml.writeAttribute("time", String.format(Locale.ROOT, "%.3f", seconds));
        }
        if (cutShort) {
            xml.writeStartElement("testcase");
            xml.writeAttribute("classname", gate.target());
            xml.writeAttribute("name", "the gate came to an end");
            problem(xml, "error", "The gate ended as " + gate.outcome() + " without judging its guards.");
            xml.writeEndElement();
        }
        for (var check : gate.checks()) {
            testcase(xml, gate.target(), check);
        }
        xml.writeEndElement();
    }

    private static void testcase(XMLStreamWriter xml, String target, GuardCheckView check) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", target + "." + check.profile());
        xml.writeAttribute("name", GuardWords.of(check.metric(), check.request(), check.ceiling()));
        switch (check.result()) {
            case "HELD" -> {
                xml.writeStartElement("system-out");
                xml.writeCharacters(check.reason());
                xml.writeEndElement();
            }
            case "REGRESSED" -> problem(xml, "failure", check.reason());
            default -> problem(xml, "error", check.reason());
        }
        xml.writeEndElement();
    }

    private static void problem(XMLStreamWriter xml, String kind, String message) throws XMLStreamException {
        xml.writeStartElement(kind);
        xml.writeAttribute("message", message);
        xml.writeEndElement();
    }

    private static long count(List<GuardCheckView> checks, String result) {
        return checks.stream().filter(check -> check.result().equals(result)).count();
    }
}
