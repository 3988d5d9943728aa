package id.balairung.sheet;

import id.balairung.common.BusinessRuleViolation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * The archive of a workbook, unpacked within bounds and packed anew. An archive has two lists of what is in it, and one that
 * lies in either shows one thing to who measures and another to who reads: only what was measured is read.
 *
 * @param content the archive
 * @param largest what all parts together may unpack to, bytes
 */
record BoundedArchive(byte[] content, int largest) {

    private static final int MOST_PARTS = 500;
    private static final int PIECE = 64 * 1024;

    byte[] repacked() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(content.length);
        try (ZipFile archive = ZipFile.builder().setByteArray(content).get();
                ZipOutputStream out = new ZipOutputStream(packed)) {
            out.setLevel(Deflater.BEST_SPEED);
            byte[] piece = new byte[PIECE];
            long unpacked = 0;
            int parts = 0;
            for (ZipArchiveEntry part : Collections.list(archive.getEntries())) {
                parts++;
                out.putNextEntry(new ZipEntry(part.getName()));
                try (InputStream in = archive.getInputStream(part)) {
                    for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                        unpacked += read;
                        if (unpacked > largest || parts > MOST_PARTS) {
                            throw new BusinessRuleViolation("sheet.refused.unpacks-too-large");
                        }
                        out.write(piece, 0, read);
                    }
                }
                out.closeEntry();
            }
        }
        return packed.toByteArray();
    }
}
