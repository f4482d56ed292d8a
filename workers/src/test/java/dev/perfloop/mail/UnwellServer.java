package dev.perfloop.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** An SMTP server that says no to one command, with the answer it is told. */
public final class UnwellServer implements AutoCloseable {
    public final List<String> commands = new CopyOnWriteArrayList<>();
    private final ServerSocket listening;
    private final String unwellAt;
    private final String answer;

    /** @param unwellAt the command, such as {@code RCPT}; {@code .} for what follows the message itself */
    public UnwellServer(String unwellAt, String answer) {
        this.unwellAt = unwellAt;
        this.answer = answer;
        try {
            listening = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return listening.getLocalPort();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try (var socket = listening.accept()) {
                converse(socket);
            } catch (IOException gone) {
                // The client has hung up, or the test is over.
            }
        }
    }

    private void converse(Socket socket) throws IOException {
        var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        say(socket, "220 unwell");
        boolean message = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (message && !line.equals(".")) {
                continue;
            }
            String command = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
            commands.add(line);
            message = command.equals("DATA") && !unwellAt.equals("DATA");
            say(socket, command.equals(unwellAt) ? answer : wellAnswer(command));
        }
    }

    private static String wellAnswer(String command) {
        return switch (command) {
            case "DATA" -> "354 go on";
            case "QUIT" -> "221 bye";
            default -> "250 ok";
        };
    }

    private static void say(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }
}
