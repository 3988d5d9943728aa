package id.balairung.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A link of a trail's chain: SHA-256 over the link before it, the position and every column of the row.
 *
 * @param hex 64 hexadecimal digits in lower case
 */
record ChainHash(String hex) {

    /** What the first link follows. */
    static final ChainHash NONE = new ChainHash("0".repeat(64));

    /**
     * The link after this one. Each column goes in with its length, so that nothing can move from one to the next; one that is
     * null differs from one that is empty.
     *
     * @param position the row's place in its trail, from 1
     * @param row the row, as the database returns it
     */
    ChainHash followedBy(long position, EventRow row) {
        MessageDigest digest = sha256();
        digest.update(HexFormat.of().parseHex(hex));
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, position));
        for (String column : row.columns()) {
            byte[] bytes = column == null ? new byte[0] : column.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, column == null ? -1 : bytes.length));
            digest.update(bytes);
        }
        return new ChainHash(HexFormat.of().formatHex(digest.digest()));
    }

    /** The hash of a text, in hexadecimal digits. */
    static String of(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
