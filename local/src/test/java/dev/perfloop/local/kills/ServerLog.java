package dev.perfloop.local.kills;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The witness: which definitions our role sent to the target's server, and which of them it brought to their end, as the server's own
 * log says ({@code log_statement = ddl}, and a duration once a statement has ended).
 */
final class ServerLog {
    private static final Pattern LINE = Pattern.compile("^\\S+ \\S+ \\S+ \\[(\\d+)] (\\w*)@(\\w*) (.*)$");
    private static final Pattern SENT =
            Pattern.compile("LOG:  (?:statement|execute [^:]*): .*((?:CREATE|DROP) INDEX CONCURRENTLY.*)$");
    private static final Pattern ENDED = Pattern.compile("LOG:  duration: [\\d.]+ ms\\s*$");

    private static final Pattern BUILT = Pattern.compile("^CREATE INDEX CONCURRENTLY \"([^\"]+)\"");
    private static final Pattern DROPPED = Pattern.compile("\"([^\"]+)\"\\s*$");

    private final Path file;
    private final Map<String, Definition> open = new HashMap<>();
    private final List<Definition> all = new CopyOnWriteArrayList<>();
    private long read;

    ServerLog(Path file) {
        this.file = file;
    }

    static final class Definition {
        private final String database;
        private final String statement;
        private volatile boolean completed;

        Definition(String database, String statement) {
            this.database = database;
            this.statement = statement;
        }

        /** Its name without the schema, which a build does not say. */
        String index() {
            Matcher name = (isCreate() ? BUILT : DROPPED).matcher(statement);
            return name.find() ? name.group(1) : statement;
        }

        boolean isCreate() {
            return statement.startsWith("CREATE");
        }

        boolean completed() {
            return completed;
        }

        @Override
        public String toString() {
            return (completed ? "done " : "cut off ") + statement;
        }
    }

    /** In the order in which they were sent. */
    List<Definition> of(String database) {
        follow();
        return all.stream().filter(one -> one.database.equals(database)).toList();
    }

    /** Must be called before the file has grown by ten megabytes twice, when an older one is forgotten. */
    synchronized void follow() {
        try {
            if (!Files.exists(file)) {
                return;
            }
            if (Files.size(file) < read) {
                readFrom(file.resolveSibling(file.getFileName() + ".1"));
                read = 0;
            }
            readFrom(file);
        } catch (IOException e) {
            throw new IllegalStateException("The log of the target's server cannot be read", e);
        }
    }

    private void readFrom(Path path) throws IOException {
        try (RandomAccessFile access = new RandomAccessFile(path.toFile(), "r")) {
            byte[] added = new byte[Math.toIntExact(access.length() - read)];
            access.seek(read);
            access.readFully(added);
            String text = new String(added, StandardCharsets.UTF_8);
            String whole = text.substring(0, text.lastIndexOf('\n') + 1);
            read += whole.getBytes(StandardCharsets.UTF_8).length;
            whole.lines().forEach(this::hear);
        }
    }

    private void hear(String line) {
        if (line.contains("starting PostgreSQL") || line.contains("all server processes terminated")) {
            open.clear();
        }
        Matcher parts = LINE.matcher(line);
        if (!parts.matches() || !parts.group(2).equals("perfloop_agent")) {
            return;
        }
        String session = parts.group(1);
        String said = parts.group(4);
        Matcher sent = SENT.matcher(said);
        if (sent.find()) {
            Definition definition = new Definition(parts.group(3), sent.group(1));
            open.put(session, definition);
            all.add(definition);
        } else if (ENDED.matcher(said).matches()) {
            Definition ended = open.remove(session);
            if (ended != null) {
                ended.completed = true;
            }
        } else if (said.startsWith("ERROR") || said.startsWith("FATAL")) {
            open.remove(session);
        }
    }
}
