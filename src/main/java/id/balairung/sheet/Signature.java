package id.balairung.sheet;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** What a file is by its first bytes. */
enum Signature {
    /** A ZIP archive, as XLSX is one. */
    ZIP("sheet.refused.wrong-type"),
    /** A compound file of old: a workbook up to 2003. */
    OLD_WORKBOOK("sheet.refused.old-workbook"),
    /** A compound file that hides an encrypted workbook. */
    ENCRYPTED("sheet.refused.encrypted"),
    /** Anything else that isn't text. */
    OTHER("sheet.refused.wrong-type"),
    /** Text. */
    TEXT("sheet.refused.wrong-type");

    private static final String ZIP_START = "504b0304";
    private static final String COMPOUND_START = "d0cf11e0a1b11ae1";
    private static final String PDF_START = "25504446";
    private static final String ENCRYPTED_PART = "EncryptedPackage";

    private final String refusal;

    Signature(String refusal) {
        this.refusal = refusal;
    }

    /** The i18n key of the sentence that refuses such a file. */
    String refusal() {
        return refusal;
    }

    static Signature of(byte[] content) {
        String start = HexFormat.of().formatHex(Arrays.copyOf(content, 8));
        if (start.startsWith(ZIP_START)) {
            return ZIP;
        }
        if (start.startsWith(COMPOUND_START)) {
            return new String(content, StandardCharsets.UTF_16LE).contains(ENCRYPTED_PART) ? ENCRYPTED : OLD_WORKBOOK;
        }
        boolean wide = start.startsWith("fffe") || start.startsWith("feff");
        return start.startsWith(PDF_START) || (!wide && holdsControls(content)) ? OTHER : TEXT;
    }

    private static boolean holdsControls(byte[] content) {
        for (byte one : content) {
            if (one >= 0 && one < ' ' && one != '\t' && one != '\n' && one != '\r' && one != '\f') {
                return true;
            }
        }
        return false;
    }
}
