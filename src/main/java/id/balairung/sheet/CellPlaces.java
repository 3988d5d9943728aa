package id.balairung.sheet;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import id.balairung.common.BusinessRuleViolation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Where the cells of a workbook claim to stand. The reader fills each row up to its furthest cell, so one cell far out would fill the
 * memory, and so would a single endless text. Looked at in every part, for which of them is a sheet another part says, and with the reader's own parser: where this one
 * stops at a fault, the reader stops too.
 *
 * @param archive a workbook, unpacked within bounds
 */
record CellPlaces(byte[] archive) {

    /** Empty cells that carry only a colour may stand beyond the columns that are read. */
    private static final int FURTHEST_COLUMN = 1_000;

    /** Far more than a cell may hold; one of hundreds of millions would be in memory before anybody could refuse it. */
    private static final long LONGEST_TEXT = 200_000;

    private static final int MOST_SHARED = 2_000_000;

    private static final int LETTERS = 26;
    private static final Pattern PLACE = Pattern.compile("([A-Za-z]{1,3})\\d{1,7}");
    private static final XMLInputFactory PARSERS = parsers();

    /**
     * Looks at all cells.
     *
     * @throws BusinessRuleViolation when one stands too far out, or nowhere
     */
    void check() throws IOException {
        try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(archive))) {
            while (parts.getNextEntry() != null) {
                check(parts);
            }
        }
    }

    private static void check(InputStream content) {
        try {
            XMLStreamReader part = PARSERS.createXMLStreamReader(content);
            long letters = 0;
            int shared = 0;
            while (part.hasNext()) {
                switch (part.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        letters = 0;
                        if (part.getLocalName().equals("c")) {
                            cell(part);
                        } else if (part.getLocalName().equals("si") && ++shared > MOST_SHARED) {
                            throw new BusinessRuleViolation("sheet.refused.unpacks-too-large");
                        }
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                        letters += part.getTextLength();
                        if (letters > LONGEST_TEXT) {
                            throw new BusinessRuleViolation("sheet.refused.unpacks-too-large");
                        }
                    }
                    default -> {
                        // Neither a cell nor what stands in one.
                    }
                }
            }
        } catch (XMLStreamException picture) {
            // No XML, or not from here on: there is no cell that the reader could find.
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
