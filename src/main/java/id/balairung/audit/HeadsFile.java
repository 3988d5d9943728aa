package id.balairung.audit;

import id.balairung.tenancy.AgencyId;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The ends of the chains, outside the database: whoever can rewrite a whole chain there can't rewrite what was written here, as
 * long as this file is out of reach. One line for each end that moved, each with a check over the line before it. The first line
 * says how much was sealed already when the file was begun.
 */
@Component
class HeadsFile {

    private static final Logger LOG = LoggerFactory.getLogger(HeadsFile.class);

    /** So much of the end is read at a start. */
    private static final int TAIL = 64 * 1024;

    private static final int CHECK_DIGITS = 16;
    private static final Pattern BEGUN = Pattern.compile("begun (\\S+) (\\d{1,18})");
    private static final Pattern HEAD = Pattern.compile("(\\S+) ([0-9a-f-]{36}) (\\d{1,18}) ([0-9a-f]{64})");

    private final Path path;
    private final Map<AgencyId, Head> written = new HashMap<>();
    private boolean opened;
    private boolean failing;

    HeadsFile(@Value("${balairung.audit.heads-file:var/audit/heads.log}") Path path) {
        this.path = path.toAbsolutePath().normalize();
    }

    /** Where it is. */
    Path path() {
        return path;
    }

    /** Whether it was found, or begun; until then it needs all ends. */
    boolean isOpen() {
        return opened;
    }

    /**
     * Writes of all ends those that moved since they were written last. A file that is begun says what was sealed before it.
     *
     * @param all the ends of all chains
     */
    void appendAll(List<Head> all, Instant at) {
        append(all, at, () -> open(all, at));
    }

    /**
     * Writes the ends that moved since they were written last, and waits for the disk. What can't be written is said in the log
     * once, and tried again with the next call that brings it. Nothing is written until all ends were given once.
     */
    void append(List<Head> heads, Instant at) {
        append(heads, at, () -> {});
    }

    private void append(List<Head> heads, Instant at, Opening opening) {
        try {
            if (!opened) {
                opening.open();
            }
            if (!opened) {
                return;
            }
            List<Head> moved = heads.stream()
                    .filter(head -> !head.equals(written.get(head.trail())))
                    .toList();
            if (!moved.isEmpty()) {
                write(moved, at);
            }
            failing = false;
        } catch (IOException e) {
            if (!failing) {
                LOG.error("The heads of the audit trail can't be written to {}", path, e);
            }
            failing = true;
        }
    }

    /** May fail at the disk. */
    private interface Opening {
        void open() throws IOException;
    }

    /** The ends that the file's last lines name need not be written again after a start. */
    private void open(List<Head> heads, Instant at) throws IOException {
        if (Files.exists(path)) {
            tail().forEach(line -> head(body(line)).ifPresent(head -> written.put(head.trail(), head)));
        } else {
            begin(heads, at);
        }
        opened = true;
    }

    private void begin(Collection<Head> sealed, Instant at) throws IOException {
        Path folder = path.getParent();
        if (folder != null && !Files.exists(folder)) {
            Files.createDirectories(folder, owner("rwx------"));
        }
        Files.createFile(path, owner("rw-------"));
        long before = sealed.stream().mapToLong(Head::position).sum();
        write(List.of("begun %s %d".formatted(at.truncatedTo(ChronoUnit.SECONDS), before)));
    }

    private void write(List<Head> heads, Instant at) throws IOException {
        if (!Files.exists(path)) {
            begin(written.values(), at);
        }
        write(heads.stream()
                .map(head -> "%s %s %d %s"
                        .formatted(
                                at.truncatedTo(ChronoUnit.MILLIS),
                                head.trail(),
                                head.position(),
                                head.hash().hex()))
                .toList());
        heads.forEach(head -> written.put(head.trail(), head));
    }

    private void write(List<String> bodies) throws IOException {
        List<String> tail = tail();
        String check = tail.isEmpty() ? "" : check(tail.getLast());
        StringBuilder text = new StringBuilder();
        for (String body : bodies) {
            check = checkOver(check, body);
            text.append(body).append(' ').append(check).append('\n');
        }
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            // A line that a power cut tore has no end, and is no line.
            channel.truncate(endOfLastLine(channel));
            channel.position(channel.size());
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text.toString());
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static long endOfLastLine(FileChannel channel) throws IOException {
        ByteBuffer one = ByteBuffer.allocate(1);
        for (long end = channel.size(); end > 0; end--) {
            channel.read(one.clear(), end - 1);
            if (one.get(0) == '\n') {
                return end;
            }
        }
        return 0;
    }

    /** The last whole lines. */
    private List<String> tail() throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            long from = Math.max(0, channel.size() - TAIL);
            ByteBuffer bytes = ByteBuffer.allocate((int) (channel.size() - from));
            channel.position(from);
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                // Until all is there.
            }
            String text = StandardCharsets.UTF_8.decode(bytes.flip()).toString();
            int start = from == 0 ? 0 : text.indexOf('\n') + 1;
            int end = text.lastIndexOf('\n');
            return end < start ? List.of() : text.substring(start, end).lines().toList();
        }
    }

    /**
     * What the whole file says.
     *
     * @param begun when it was begun; empty when that can't be read
     * @param sealedBefore how many events were sealed already at that time
     * @param heads every end that was written, in the file's order
     * @param faults the lines that are not as they were written, from 1
     */
    record Contents(Optional<Instant> begun, long sealedBefore, List<Head> heads, List<Integer> faults) {}

    /**
     * Reads the file from its beginning.
     *
     * @return empty when there is none
     */
    Optional<Contents> read() throws IOException {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
                BufferedReader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            Reading reading = new Reading();
            boolean torn = endOfLastLine(channel) < channel.size();
            String line = reader.readLine();
            while (line != null) {
                String next = reader.readLine();
                if (next != null || !torn) {
                    reading.take(line);
                }
                line = next;
            }
            return Optional.of(reading.contents());
        }
    }

    /** Line by line: after some years the file is large. */
    private static final class Reading {

        private final List<Head> heads = new ArrayList<>();
        private final List<Integer> faults = new ArrayList<>();
        private Optional<Instant> begun = Optional.empty();
        private long sealedBefore;
        private String check = "";
        private int number;

        void take(String line) {
            number++;
            String body = body(line);
            Optional<Head> head = head(body);
            head.ifPresent(heads::add);
            boolean said = number == 1 ? begins(body) : head.isPresent();
            if (!said || !checkOver(check, body).equals(check(line))) {
                faults.add(number);
            }
            check = check(line);
        }

        private boolean begins(String body) {
            Matcher beginning = BEGUN.matcher(body);
            if (beginning.matches()) {
                begun = moment(beginning.group(1));
                sealedBefore = Long.parseLong(beginning.group(2));
            }
            return beginning.matches();
        }

        Contents contents() {
            return new Contents(begun, sealedBefore, heads, faults);
        }
    }

    private static Optional<Instant> moment(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException noMoment) {
            return Optional.empty();
        }
    }

    private static Optional<Head> head(String body) {
        Matcher head = HEAD.matcher(body);
        return head.matches()
                ? Optional.of(new Head(
                        new AgencyId(UUID.fromString(head.group(2))),
                        Long.parseLong(head.group(3)),
                        new ChainHash(head.group(4))))
                : Optional.empty();
    }

    private static String body(String line) {
        return line.substring(0, Math.max(0, line.lastIndexOf(' ')));
    }

    private static String check(String line) {
        return line.substring(line.lastIndexOf(' ') + 1);
    }

    private static String checkOver(String before, String body) {
        return ChainHash.of(before + "\n" + body).substring(0, CHECK_DIGITS);
    }

    private static FileAttribute<Set<PosixFilePermission>> owner(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }
}
