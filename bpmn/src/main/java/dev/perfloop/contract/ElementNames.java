package dev.perfloop.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** What the models call their elements: the words that a person sees in the diagram. */
public final class ElementNames {
    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final Map<String, Map<String, String>> OF_PROCESS = new ConcurrentHashMap<>();

    private ElementNames() {}

    /** The element's name in the model of that process; its id when it has none or the model is not ours. */
    public static String of(String processId, String elementId) {
        return OF_PROCESS.computeIfAbsent(processId, ElementNames::read).getOrDefault(elementId, elementId);
    }

    private static Map<String, String> read(String processId) {
        try (InputStream model = ElementNames.class.getResourceAsStream("/bpmn/" + processId + ".bpmn")) {
            return model == null ? Map.of() : read(XMLInputFactory.newFactory().createXMLStreamReader(model));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (XMLStreamException malformed) {
            throw new IllegalStateException("The model " + processId + " is not XML", malformed);
        }
    }

    private static Map<String, String> read(XMLStreamReader model) throws XMLStreamException {
        Map<String, String> names = new HashMap<>();
        while (model.hasNext()) {
            if (model.next() == XMLStreamReader.START_ELEMENT && BPMN.equals(model.getNamespaceURI())) {
                String id = model.getAttributeValue(null, "id");
                String name = model.getAttributeValue(null, "name");
                if (id != null && name != null) {
                    names.put(id, name.replace('\n', ' '));
                }
            }
        }
        return names;
    }
}
