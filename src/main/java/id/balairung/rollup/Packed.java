package id.balairung.rollup;

import java.io.ByteArrayOutputStream;
import java.util.UUID;

/** Numbers in as few bytes as they need, one after the other: seven bits of a byte count, the eighth says that more follow. */
final class Packed {

    private static final int SEVEN = 7;
    private static final int LOW = 0x7f;
    private static final int MORE = 0x80;

    private Packed() {}

    /** Writes them. */
    static final class Writer {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        /** A number that isn't negative. */
        Writer number(long number) {
            long rest = number;
            while (rest > LOW) {
                bytes.write((int) (rest & LOW) | MORE);
                rest >>>= SEVEN;
            }
            bytes.write((int) rest);
            return this;
        }

        Writer id(UUID id) {
            return fixed(id.getMostSignificantBits()).fixed(id.getLeastSignificantBits());
        }

        private Writer fixed(long number) {
            for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
                bytes.write((int) (number >>> shift));
            }
            return this;
        }

        byte[] bytes() {
            return bytes.toByteArray();
        }
    }

    /** Reads them in the same order. */
    static final class Reader {

        private final byte[] bytes;
        private int place;

        Reader(byte[] bytes) {
            this.bytes = bytes;
        }

        boolean more() {
            return place < bytes.length;
        }

        long number() {
            long number = 0;
            int shift = 0;
            while ((bytes[place] & MORE) != 0) {
                number |= (long) (bytes[place++] & LOW) << shift;
                shift += SEVEN;
            }
            return number | (long) bytes[place++] << shift;
        }

        UUID id() {
            return new UUID(fixed(), fixed());
        }

        private long fixed() {
            long number = 0;
            for (int at = 0; at < Long.BYTES; at++) {
                number = number << Byte.SIZE | Byte.toUnsignedLong(bytes[place++]);
            }
            return number;
        }
    }
}
