package id.balairung.sheet.ui;

import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import id.balairung.sheet.SheetFile;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * Takes a file into memory, however large the browser says or doesn't say it is: one byte more than is allowed is read, and the
 * rest left.
 */
final class BoundedUpload implements UploadHandler {

    private final transient Consumer<SheetFile> taking;

    BoundedUpload(Consumer<SheetFile> taking) {
        this.taking = taking;
    }

    @Override
    public void handleUploadRequest(UploadEvent event) throws IOException {
        byte[] content = event.getInputStream().readNBytes(SheetFile.LARGEST + 1);
        event.getUI().access(() -> taking.accept(new SheetFile(content)));
    }

    @Override
    public long getFileCountMax() {
        return 1;
    }
}
