package id.balairung.common.ui;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.vaadin.flow.component.html.Image;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A link as a QR code: a drawing of squares with the four modules of quiet zone that readers ask for, sharp at any
 * printer's resolution. What is drawn are coordinates only, never the text itself.
 */
public class QrCode extends Image {

    private static final int QUIET_ZONE = 4;

    /**
     * A code.
     *
     * @param link what it says
     * @param description what it is for whoever can't see it, translated
     */
    public QrCode(URI link, String description) {
        super(drawing(modules(link.toString())), description);
        addClassName("bl-qr");
    }

    private static BitMatrix modules(String text) {
        try {
            return new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M,
                                    EncodeHintType.MARGIN,
                                    QUIET_ZONE));
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("No QR code holds a link of %d characters".formatted(text.length()));
        }
    }

    private static String drawing(BitMatrix modules) {
        StringBuilder squares = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y)) {
                    squares.append("M%d %dh1v1h-1z".formatted(x, y));
                }
            }
        }
        String svg = """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" shape-rendering="crispEdges">\
                <path fill="#fff" d="M0 0h%1$dv%2$dH0z"/><path d="%s"/></svg>""".formatted(modules.getWidth(), modules.getHeight(), squares);
        return "data:image/svg+xml,"
                + URLEncoder.encode(svg, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
