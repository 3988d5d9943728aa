package id.balairung.sheet;

import id.balairung.common.BusinessRuleViolation;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads for a parser no further than a tag with its attributes may be long: it holds one as a whole. */
final class TagBound extends FilterInputStream {

    /** Bytes. Ten times a text that is read. */
    private static final int LONGEST_TAG = 2 * 1024 * 1024;

    private int read;

    TagBound(InputStream content) {
        super(content);
    }

    /** The parser goes on behind a tag, or a text. */
    void nextTag() {
        read = 0;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        count(1);
        return one;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int many = super.read(into, offset, length);
        count(Math.max(0, many));
        return many;
    }

    private void count(int many) {
        read += many;
        if (read > LONGEST_TAG) {
            throw new BusinessRuleViolation("sheet.refused.unpacks-too-large");
        }
    }
}
