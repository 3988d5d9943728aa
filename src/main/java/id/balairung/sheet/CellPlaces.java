package id.balairung.sheet;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import id.balairung.common.BusinessRuleViolation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Where the cells of a workbook claim to stand, and how much of it the reader would hold. It fills each row up to its furthest cell and
 * keeps all shared texts to the end: one cell far out would fill the memory, and so would an endless text or a million long ones.
 * Looked at in every part, for which of them is a sheet another part says, and with the reader's own parser: where this one stops at a
 * fault, the reader stops too.
 *
 * @param archive a workbook, unpacked within bounds
 */
record CellPlaces(byte[] archive) {

    /** Empty cells that carry only a colour may stand beyond the columns that are read. */
    private static final int FURTHEST_COLUMN = 1_000;

    /** Far more than a cell may hold; one of hundreds of millions would be in memory before anybody could refuse it. */
    private static final long LONGEST_TEXT = 200_000;

    /** Letters of a row, which is read as a whole; fifty full cells have a quarter of them. */
    private static final long LONGEST_ROW = 4_000_000;

    /** What the reader keeps until the workbook is read, and of the formulas those that hold for several cells. */
    private static final Set<String> KEPT =
            Set.of("si", "xf", "numFmt", "sheet", "Relationship", "Override", "Default");

    /** What a kept text takes beside its letters, bytes. */
    private static final int KEPT_EACH = 56;

    /** What a letter may take, bytes. */
    private static final int LETTER = 2;

    /** What may be kept, bytes: a hundred thousand rows with ten texts of twenty letters that no other row has. */
    private static final long MOST_KEPT = 100L * 1024 * 1024;

    private static final int LETTERS = 26;
    private static final Pattern PLACE = Pattern.compile("([A-Za-z]{1,3})\\d{1,7}");
    private static final XMLInputFactory PARSERS = parsers();

    /**
     * Looks at all cells.
     *
     * @throws BusinessRuleViolation when one stands too far out, or nowhere
     */
    void check() throws IOException {
        long kept = 0;
        try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(archive))) {
            while (parts.getNextEntry() != null) {
                kept = check(parts, new Held(kept));
            }
        }
    }

    private static long check(InputStream content, Held held) {
        try {
            TagBound bounded = new TagBound(content);
            XMLStreamReader part = PARSERS.createXMLStreamReader(bounded);
            while (part.hasNext()) {
                bounded.nextTag();
                switch (part.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (part.getLocalName().equals("c")) {
                            cell(part);
                        }
                        held.begin(part);
                    }
                    case XMLStreamConstants.END_ELEMENT -> held.end();
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                        held.letters(part.getTextLength());
                    default -> {
                        // Neither a cell nor what stands in one.
                    }
                }
            }
        } catch (XMLStreamException picture) {
            // No XML, or not from here on: there is no cell that the reader could find.
        }
        return held.kept;
    }

    /** What the reader would hold of a part. What stands within another of its kind counts with that one, as it would be read. */
    private static final class Held {

        private long kept;
        private long text;
        private long row;
        private int depth;
        private int keptSince;
        private int rowSince;

        /** Beside what is kept of the parts before, bytes. */
        Held(long before) {
            kept = before;
        }

        void begin(XMLStreamReader element) {
            depth++;
            text = 0;
            if (rowSince == 0 && element.getLocalName().equals("row")) {
                rowSince = depth;
                row = 0;
            }
            if (isKept(element)) {
                keptSince = keptSince == 0 ? depth : keptSince;
                keep(KEPT_EACH);
                for (int index = 0; index < element.getAttributeCount(); index++) {
                    keep(LETTER * (long) element.getAttributeValue(index).length());
                }
            }
        }

        private static boolean isKept(XMLStreamReader element) {
            return KEPT.contains(element.getLocalName())
                    || element.getLocalName().equals("f") && element.getAttributeValue(null, "ref") != null;
        }

        void end() {
            keptSince = keptSince == depth ? 0 : keptSince;
            rowSince = rowSince == depth ? 0 : rowSince;
            depth--;
        }

        void letters(int many) {
            text += many;
            row += rowSince > 0 ? many : 0;
            keep(keptSince > 0 ? LETTER * (long) many : 0);
            if (text > LONGEST_TEXT || row > LONGEST_ROW) {
                throw new BusinessRuleViolation("sheet.refused.unpacks-too-large");
            }
        }

        private void keep(long bytes) {
            kept += bytes;
            if (kept > MOST_KEPT) {
                throw new BusinessRuleViolation("sheet.refused.unpacks-too-large");
            }
        }
    }

    private static void cell(XMLStreamReader part) {
        for (int index = 0; index < part.getAttributeCount(); index++) {
            if (part.getAttributeLocalName(index).equals("r")) {
                Matcher place = PLACE.matcher(part.getAttributeValue(index));
                if (!place.matches()) {
                    throw new BusinessRuleViolation("sheet.refused.broken");
                }
                if (column(place.group(1)) > FURTHEST_COLUMN) {
                    throw new BusinessRuleViolation("sheet.refused.too-many-columns", SheetFile.MOST_COLUMNS);
                }
            }
        }
    }

    private static int column(String letters) {
        return letters.chars()
                .map(Character::toUpperCase)
                .reduce(0, (column, letter) -> column * LETTERS + letter - 'A' + 1);
    }

    private static XMLInputFactory parsers() {
        XMLInputFactory parsers = new InputFactoryImpl();
        parsers.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        parsers.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return parsers;
    }
}
