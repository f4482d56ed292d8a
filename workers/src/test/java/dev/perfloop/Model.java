package dev.perfloop;

import java.io.IOException;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** A BPMN file of the contract, as far as workers have to do with it. */
record Model(Document xml) {
    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String ZEEBE = "http://camunda.org/schema/zeebe/1.0";

    static Model of(String processId) {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        try (var file = Model.class.getResourceAsStream("/bpmn/" + processId + ".bpmn")) {
            return new Model(factory.newDocumentBuilder().parse(Objects.requireNonNull(file, processId)));
        } catch (IOException | ParserConfigurationException | SAXException broken) {
            throw new IllegalStateException(processId, broken);
        }
    }

    Set<String> jobTypes() {
        var types = new HashSet<String>();
        Stream.concat(elements(ZEEBE, "taskDefinition"), elements(ZEEBE, "executionListener"))
                .forEach(element -> types.add(element.getAttribute("type")));
        return types;
    }

    Set<String> thrownErrors() {
        return errors(event -> event.equals("endEvent"));
    }

    Set<String> caughtErrors() {
        return errors(event -> !event.equals("endEvent"));
    }

    private Set<String> errors(Predicate<String> event) {
        var codes = new HashSet<String>();
        elements(BPMN, "errorEventDefinition")
                .filter(definition -> event.test(definition.getParentNode().getLocalName()))
                .forEach(definition -> codes.add(codeOf(definition.getAttribute("errorRef"))));
        return codes;
    }

    private String codeOf(String id) {
        return elements(BPMN, "error")
                .filter(error -> error.getAttribute("id").equals(id))
                .findFirst()
                .orElseThrow()
                .getAttribute("errorCode");
    }

    private Stream<Element> elements(String namespace, String name) {
        var found = xml.getElementsByTagNameNS(namespace, name);
        return IntStream.range(0, found.getLength()).mapToObj(n -> (Element) found.item(n));
    }
}
