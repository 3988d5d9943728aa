package id.balairung.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretBoxTest {

    private static final byte[] SECRET = "rahasia dua puluh byt".getBytes(StandardCharsets.UTF_8);
    private static final String GIVEN = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    @TempDir
    Path folder;

    @Test
    void theFirstStartMakesAKeyThatOnlyItsOwnerMayRead() throws IOException {
        Path file = folder.resolve("var/secret.key");
        byte[] sealed = fresh(file).seal(SECRET, "hers");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");

        SecretBox later = new SecretBox("", file);
        later.prepare(Optional.of(sealed), "hers");
        assertThat(later.open(sealed, "hers")).isEqualTo(SECRET);
    }

    @Test
    void aGivenKeyNeedsNoFile() {
        Path file = folder.resolve("secret.key");
        SecretBox box = new SecretBox(GIVEN, file);
        box.prepare(Optional.empty(), "");
        assertThat(box.open(box.seal(SECRET, "hers"), "hers")).isEqualTo(SECRET);
        assertThat(file).doesNotExist();
    }

    @Test
    void aSecretOpensForNobodyElse() {
        SecretBox box = fresh(folder.resolve("secret.key"));
        byte[] hers = box.seal(SECRET, "hers");
        assertThatThrownBy(() -> box.open(hers, "his")).isInstanceOf(SecretKeyRefusal.class);
        hers[20] ^= 1;
        assertThatThrownBy(() -> box.open(hers, "hers")).isInstanceOf(SecretKeyRefusal.class);
    }

    @Test
    void aMissingKeyIsToldInOneLineAndNoneIsMadeInItsPlace() {
        byte[] sealed = fresh(folder.resolve("secret.key")).seal(SECRET, "hers");
        Path lost = folder.resolve("lost.key");
        SecretBox box = new SecretBox("", lost);
        assertThatThrownBy(() -> box.prepare(Optional.of(sealed), "hers"))
                .isInstanceOf(SecretKeyRefusal.class)
                .message()
                .contains("missing", lost.toString(), "BALAIRUNG_SECRET_KEY")
                .hasLineCount(1);
        assertThat(lost).doesNotExist();
    }

    @Test
    void anotherKeyIsToldInOneLine() {
        byte[] sealed = fresh(folder.resolve("secret.key")).seal(SECRET, "hers");
        SecretBox box = new SecretBox(GIVEN, folder.resolve("secret.key"));
        assertThatThrownBy(() -> box.prepare(Optional.of(sealed), "hers"))
                .isInstanceOf(SecretKeyRefusal.class)
                .message()
                .contains("another one", "BALAIRUNG_SECRET_KEY")
                .hasLineCount(1);
    }

    @Test
    void aKeyOfTheWrongShapeIsToldInOneLine() throws IOException {
        Path file = folder.resolve("secret.key");
        Files.writeString(file, "bukan kunci");
        assertThatThrownBy(() -> new SecretBox("", file))
                .isInstanceOf(SecretKeyRefusal.class)
                .message()
                .contains(file.toString(), "32 bytes")
                .hasLineCount(1);
        assertThatThrownBy(() -> new SecretBox("c2hvcnQ=", file))
                .isInstanceOf(SecretKeyRefusal.class)
                .message()
                .contains("BALAIRUNG_SECRET_KEY");
    }

    private static SecretBox fresh(Path file) {
        SecretBox box = new SecretBox("", file);
        box.prepare(Optional.empty(), "");
        return box;
    }
}
