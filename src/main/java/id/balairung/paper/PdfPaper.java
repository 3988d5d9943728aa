package id.balairung.paper;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * A page as a PDF file, with its fonts in it and tagged for those who have it read to them: Liberation Sans in regular
 * and bold for all of it. Neither the moment at which it was made nor
 * the machine gets into the file.
 *
 * @param xhtml the page, well-formed, in its language and with a title; its styles stand in it, and it can fetch nothing
 */
public record PdfPaper(String xhtml) {

    /** What a page is set in that names no font, margins included. */
    private static final String FONT = "serif";

    /** What XML 1.0 can't hold, and a page may quote all the same: it may be older than what is asked of typed words now. */
    private static final Pattern UNSTORABLE = Pattern.compile("[\\p{Cc}&&[^\\t\\n\\r]]|\\p{Cs}|[\\uFFFE\\uFFFF]");

    private static final int REGULAR = 400;
    private static final int BOLD = 700;

    static {
        XRLog.setLoggingEnabled(false);
    }

    /** Takes out what no page can hold. */
    public PdfPaper {
        xhtml = UNSTORABLE.matcher(xhtml).replaceAll("");
    }

    /**
     * Writes the file.
     *
     * @param out where to; it isn't closed
     * @throws IOException when it can't be written
     */
    public void write(OutputStream out) throws IOException {
        PdfRendererBuilder page = new PdfRendererBuilder();
        page.withHtmlContent(xhtml, null);
        page.withProducer("Balairung");
        page.useExternalResourceAccessControl((uri, type) -> false, null);
        page.useFont(font("Regular"), FONT, REGULAR, FontStyle.NORMAL, true);
        page.useFont(font("Bold"), FONT, BOLD, FontStyle.NORMAL, true);
        page.usePdfUaAccessibility(true);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (PdfBoxRenderer renderer = page.buildPdfRenderer();
                PDDocument document = renderer.createPDFKeepOpen()) {
            document.getDocumentInformation().getCOSObject().removeItem(COSName.CREATION_DATE);
            document.getDocumentInformation().getCOSObject().removeItem(COSName.MOD_DATE);
            document.setDocumentId(fingerprint());
            document.save(file);
        }
        file.writeTo(out);
    }

    private long fingerprint() {
        CRC32 sum = new CRC32();
        sum.update(xhtml.getBytes(StandardCharsets.UTF_8));
        return sum.getValue();
    }

    private static FSSupplier<InputStream> font(String style) {
        return () -> Objects.requireNonNull(
                PdfPaper.class.getResourceAsStream("/liberation/LiberationSans-" + style + ".ttf"),
                "The font is missing");
    }
}
