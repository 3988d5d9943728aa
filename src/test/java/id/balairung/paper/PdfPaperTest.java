package id.balairung.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.TimeZone;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfPaperTest {

    private static final String PAGE = """
            <html lang="id"><head><title>Laporan</title><style>
            @page { size: A4; margin: 20mm; @bottom-right { content: counter(page) " dari " counter(pages); } }
            </style></head><body><h1>Laporan</h1><p>Nilai 3,41: “sangat baik” – Rp.</p>
            <img src="http://127.0.0.1:1/never" alt=""/><img src="file:///etc/passwd" alt=""/></body></html>""";

    @Test
    void theSamePageGivesTheSameFile() throws Exception {
        byte[] first = written(PAGE);
        TimeZone zone = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Makassar"));
        try {
            assertThat(written(PAGE)).isEqualTo(first);
        } finally {
            TimeZone.setDefault(zone);
        }
        assertThat(written(PAGE.replace("3,41", "3,42"))).isNotEqualTo(first);
    }

    @Test
    void theFileHoldsItsWordsAndFontsButNoMoment() throws Exception {
        byte[] file = written(PAGE);
        try (PDDocument read = Loader.loadPDF(file)) {
            assertThat(new PDFTextStripper().getText(read)).contains("“sangat baik” –", "1 dari 1");
            assertThat(read.getPage(0).getResources().getFontNames()).isNotEmpty();
            for (var name : read.getPage(0).getResources().getFontNames()) {
                assertThat(read.getPage(0).getResources().getFont(name).isEmbedded())
                        .isTrue();
            }
            assertThat(read.getDocumentInformation().getTitle()).isEqualTo("Laporan");
            assertThat(read.getDocumentInformation().getMetadataKeys()).doesNotContain("CreationDate", "ModDate");
            assertThat(new String(read.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8))
                    .contains("Laporan")
                    .doesNotContain("Date");
            assertThat(read.getDocumentCatalog().getLanguage()).isEqualTo("id");
        }
    }

    @Test
    void nothingIsFetched(@TempDir Path folder) throws Exception {
        Path image = folder.resolve("gambar.png");
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", image.toFile());
        byte[] file = written(PAGE.replace("file:///etc/passwd", image.toUri().toString()));
        try (PDDocument read = Loader.loadPDF(file)) {
            assertThat(new PDFTextStripper().getText(read)).contains("Laporan");
            assertThat(read.getPage(0).getResources().getXObjectNames()).isEmpty();
        }
    }

    @Test
    void whatNoPageCanHoldIsLeftOut() throws Exception {
        String words = "Se\uFFFEpa\uFFFFdan\uD83D Jaya\uDE00\u0001 \uD83D\uDE00";
        byte[] file = written(PAGE.replace("Nilai", words));
        try (PDDocument read = Loader.loadPDF(file)) {
            assertThat(new PDFTextStripper().getText(read))
                    .contains("Sepadan Jaya")
                    .contains("3,41");
        }
    }

    private static byte[] written(String page) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        new PdfPaper(page).write(file);
        return file.toByteArray();
    }
}
