package id.balairung.security;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Seals secrets that have to be read again, such as a second factor's, so that whoever gets hold of the database alone can't
 * use them: AES-256-GCM with a key that is kept outside of it. The key is {@code BALAIRUNG_SECRET_KEY} (32 bytes in base64),
 * or else in a file that only the application may read, made when there is nothing sealed yet.
 */
@Component
public final class SecretBox {

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String SEALING = "AES/GCM/NoPadding";
    private static final String MARKING = "HmacSHA256";

    private final SecureRandom random = new SecureRandom();
    private final Path file;
    private volatile byte @Nullable [] key;

    SecretBox(
            @Value("${balairung.secret.key:}") String given,
            @Value("${balairung.secret.file:var/secret.key}") Path file) {
        this.file = file;
        this.key = given.isBlank() ? read().orElse(null) : decoded(given, "BALAIRUNG_SECRET_KEY");
    }

    /**
     * Makes sure that there is a key, and that it is the one.
     *
     * @param sealed something sealed before; empty when nothing is, and only then a new key may be made
     * @param context what it was sealed for
     * @throws SecretKeyRefusal when the key is missing, or another one
     */
    public void prepare(Optional<byte[]> sealed, String context) {
        if (key == null && sealed.isEmpty()) {
            key = make();
        } else if (key == null) {
            throw new SecretKeyRefusal(
                    "The key to the accounts' second factors is missing: put the file %s back, or set BALAIRUNG_SECRET_KEY."
                            .formatted(file),
                    null);
        } else {
            sealed.ifPresent(secret -> open(secret, context));
        }
    }

    /**
     * Seals a secret.
     *
     * @param secret the secret
     * @param context what it is for, e.g. whose it is; it opens only for the same
     */
    public byte[] seal(byte[] secret, String context) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, context).doFinal(secret);
            byte[] whole = Arrays.copyOf(nonce, nonce.length + sealed.length);
            System.arraycopy(sealed, 0, whole, nonce.length, sealed.length);
            return whole;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Opens what was sealed.
     *
     * @param sealed what {@link #seal} gave
     * @param context what it was sealed for
     * @throws SecretKeyRefusal when it was sealed with another key or for something else, or was changed since
     */
    public byte[] open(byte[] sealed, String context) {
        try {
            return cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE_BYTES), context)
                    .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
        } catch (AEADBadTagException another) {
            throw new SecretKeyRefusal(
                    "The key to the accounts' second factors is another one than they were sealed with: put the right one into %s, or set BALAIRUNG_SECRET_KEY to it."
                            .formatted(file),
                    another);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * A mark that only the holder of the key can make, of 32 bytes.
     *
     * @param purpose what it is for: marks for one purpose say nothing about those for another
     * @param text what is marked
     */
    public byte[] mark(String purpose, String text) {
        try {
            Mac mac = Mac.getInstance(MARKING);
            mac.init(new SecretKeySpec(key(), MARKING));
            mac.update((purpose + '\0').getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String context) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(SEALING);
        cipher.init(mode, new SecretKeySpec(key(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private byte[] key() {
        byte[] present = key;
        if (present == null) {
            throw new IllegalStateException("No key was prepared");
        }
        return present;
    }

    private Optional<byte[]> read() {
        try {
            return Optional.of(decoded(Files.readString(file), file.toString()));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException e) {
            throw new SecretKeyRefusal(
                    "The key in %s can't be read: make it readable for Balairung.".formatted(file), e);
        }
    }

    private byte[] make() {
        byte[] made = new byte[KEY_BYTES];
        random.nextBytes(made);
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            // Readable for nobody else from the first moment on.
            try (var channel = Files.newByteChannel(
                    file,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
                channel.write(java.nio.ByteBuffer.wrap(
                        (Base64.getEncoder().encodeToString(made) + "\n").getBytes(StandardCharsets.US_ASCII)));
            }
            return made;
        } catch (FileAlreadyExistsException meanwhile) {
            return read().orElse(made);
        } catch (IOException e) {
            throw new SecretKeyRefusal(
                    "No key can be written to %s: make its folder writable, or set BALAIRUNG_SECRET_KEY."
                            .formatted(file),
                    e);
        }
    }

    private static byte[] decoded(String text, String place) {
        try {
            byte[] decoded = Base64.getDecoder().decode(text.strip());
            if (decoded.length == KEY_BYTES) {
                return decoded;
            }
        } catch (IllegalArgumentException noBase64) {
            throw new SecretKeyRefusal(wrongShape(place), noBase64);
        }
        throw new SecretKeyRefusal(wrongShape(place), null);
    }

    private static String wrongShape(String place) {
        return "The key in %s must be 32 bytes in base64, as 'openssl rand -base64 32' makes them.".formatted(place);
    }
}
