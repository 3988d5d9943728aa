package id.balairung.history;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The folder with the files of exports, for this node's account alone. A file has its whole name only when all of it is written.
 */
@Component
class ExportFiles {

    private static final String PART = ".part";
    private static final String WHOLE = ".export";
    private static final int BUFFER = 64 * 1024;

    private final Path folder;

    ExportFiles(@Value("${balairung.exports.dir:var/exports}") Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    OutputStream begin(ExportId id) throws IOException {
        if (Files.notExists(folder)) {
            Files.createDirectories(folder, ownersOnly());
        }
        return new BufferedOutputStream(
                Channels.newOutputStream(Files.newByteChannel(
                        part(id),
                        Set.of(
                                StandardOpenOption.CREATE,
                                StandardOpenOption.TRUNCATE_EXISTING,
                                StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))),
                BUFFER);
    }

    /**
     * Gives a file its whole name.
     *
     * @return its size in bytes
     */
    long finish(ExportId id) throws IOException {
        Files.move(part(id), whole(id), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return Files.size(whole(id));
    }

    Optional<InputStream> open(ExportId id) {
        try {
            return Optional.of(Files.newInputStream(whole(id)));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /** Deletes what there is of a file. */
    void delete(ExportId id) throws IOException {
        Files.deleteIfExists(part(id));
        Files.deleteIfExists(whole(id));
    }

    /** Deletes all files but those of some exports: what an end without a warning left behind. */
    void keepOnly(Supplier<List<ExportId>> known) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        List<Path> found;
        try (Stream<Path> all = Files.list(folder)) {
            found = all.toList();
        }
        Set<String> names = known.get().stream().map(ExportId::toString).collect(Collectors.toSet());
        for (Path file : found) {
            Optional<String> name = nameOf(file);
            if (name.isPresent() && !names.contains(name.get())) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Whose file it is by its name; empty for what isn't ours. */
    private static Optional<String> nameOf(Path file) {
        String name = file.getFileName().toString();
        return Stream.of(PART, WHOLE)
                .filter(name::endsWith)
                .map(ending -> name.substring(0, name.length() - ending.length()))
                .filter(ExportFiles::isId)
                .findAny();
    }

    private static boolean isId(String name) {
        try {
            return UUID.fromString(name).toString().equals(name);
        } catch (IllegalArgumentException other) {
            return false;
        }
    }

    private Path part(ExportId id) {
        return folder.resolve(id + PART);
    }

    private Path whole(ExportId id) {
        return folder.resolve(id + WHOLE);
    }

    private FileAttribute<?>[] ownersOnly() {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }
}
