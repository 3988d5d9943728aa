package id.balairung.sheet.ui;

import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import id.balairung.sheet.SheetFile;
import java.io.IOException;
import java.util.Objects;
import java.util.function.BiConsumer;

/**
 * Takes a file into memory, however large the browser says or doesn't say it is: one byte more than is allowed is read, and the
 * rest left.
 */
final class BoundedUpload implements UploadHandler {

    private final int largest;
    private final transient BiConsumer<String, SheetFile> taking;

    BoundedUpload(int largest, BiConsumer<String, SheetFile> taking) {
        this.largest = largest;
        this.taking = taking;
    }

    @Override
    public void handleUploadRequest(UploadEvent event) throws IOException {
        byte[] content = event.getInputStream().readNBytes(largest + 1);
        String name = Objects.requireNonNullElse(event.getFileName(), "");
        event.getUI().access(() -> taking.accept(name, new SheetFile(content)));
    }

    @Override
    public long getFileCountMax() {
        return 1;
    }
}
