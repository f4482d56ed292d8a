package dev.perfloop.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Elements that the engine can end and begin anew by modifying their process instance. It activates no start event and, that
 * way, no compensation handler whose end anybody waits for.
 */
public final class RepeatableElements {
    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final Set<String> KINDS =
            Set.of("serviceTask", "userTask", "businessRuleTask", "endEvent", "intermediateThrowEvent");
    private static final Map<String, Set<String>> OF_PROCESS = new ConcurrentHashMap<>();

    private RepeatableElements() {}

    /** False also for an element or a model that is not ours. */
    public static boolean contains(String processId, String elementId) {
        return OF_PROCESS.computeIfAbsent(processId, RepeatableElements::read).contains(elementId);
    }

    private static Set<String> read(String processId) {
        try (InputStream model = RepeatableElements.class.getResourceAsStream("/bpmn/" + processId + ".bpmn")) {
            return model == null ? Set.of() : read(XMLInputFactory.newFactory().createXMLStreamReader(model));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (XMLStreamException malformed) {
            throw new IllegalStateException("The model " + processId + " is not XML", malformed);
        }
    }

    private static Set<String> read(XMLStreamReader model) throws XMLStreamException {
        Set<String> repeatable = new HashSet<>();
        while (model.hasNext()) {
            if (model.next() == XMLStreamReader.START_ELEMENT
                    && BPMN.equals(model.getNamespaceURI())
                    && KINDS.contains(model.getLocalName())
                    && !"true".equals(model.getAttributeValue(null, "isForCompensation"))) {
                repeatable.add(model.getAttributeValue(null, "id"));
            }
        }
        return repeatable;
    }
}
