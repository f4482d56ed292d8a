package dev.perfloop.process;

import io.camunda.client.CamundaClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The model files of this module. */
final class Models {
    private static final Path FOLDER = Path.of("src/main/resources/bpmn");

    private Models() {}

    static List<Path> files(String extension) {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(extension))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static void deploy(CamundaClient client) {
        var files = files("");
        var command = client.newDeployResourceCommand()
                .addResourceFile(files.getFirst().toString());
        files.stream().skip(1).forEach(file -> command.addResourceFile(file.toString()));
        command.send().join();
    }

    static String id(Path file) {
        return file.getFileName().toString().replaceFirst("\\.[a-z]+$", "");
    }

    /** The text of the nodes an XPath selects; prefixes are part of the names: {@code //*[name()='zeebe:script']}. */
    static List<String> select(Path file, String xpath) {
        try {
            Document document =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
            var nodes =
                    (NodeList) XPathFactory.newInstance().newXPath().evaluate(xpath, document, XPathConstants.NODESET);
            return IntStream.range(0, nodes.getLength())
                    .mapToObj(index -> nodes.item(index).getTextContent())
                    .toList();
        } catch (IOException | SAXException | ParserConfigurationException | XPathExpressionException broken) {
            throw new IllegalStateException("Cannot read " + file, broken);
        }
    }

    static List<String> selectInAll(String xpath) {
        return files(".bpmn").stream()
                .flatMap(file -> select(file, xpath).stream())
                .toList();
    }
}
