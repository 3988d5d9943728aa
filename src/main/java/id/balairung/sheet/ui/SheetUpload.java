package id.balairung.sheet.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import id.balairung.sheet.SheetFile;
import id.balairung.sheet.SheetFormat;
import id.balairung.sheet.SheetLimits;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Takes one table at a time, in the person's language. */
public class SheetUpload extends Div {

    private static final int MEGABYTE = 1024 * 1024;

    private final Upload upload;

    /**
     * An upload.
     *
     * @param limits how large a file may be
     * @param taking takes the file with the name that the browser tells, on the screen's turn
     * @param refusing takes a sentence that says why the browser sent none
     * @param removed the file was put away
     */
    public SheetUpload(
            SheetLimits limits, BiConsumer<String, SheetFile> taking, Consumer<String> refusing, Runnable removed) {
        this.upload = new Upload(new BoundedUpload(limits.bytes(), taking));
        upload.setMaxFiles(1);
        upload.setMaxFileSize(limits.bytes());
        upload.setAcceptedFileTypes(".xlsx", ".csv", "text/csv", SheetFormat.XLSX.contentType());
        UploadI18N words = words(limits.bytes() / MEGABYTE);
        upload.setI18n(words);
        upload.addFileRejectedListener(
                rejected -> refusing.accept(known(words.getError(), rejected.getErrorMessage())));
        upload.addFileRemovedListener(gone -> removed.run());
        add(upload);
    }

    /** Puts the file away, as when it was imported. */
    public void clear() {
        upload.clearFileList();
    }

    /** The browser says which of the sentences it was given fits; another one is not repeated. */
    private static String known(UploadI18N.Error given, String said) {
        return Stream.of(given.getTooManyFiles(), given.getFileIsTooBig())
                .filter(said::equals)
                .findFirst()
                .orElse(given.getIncorrectFileType());
    }

    private UploadI18N words(int largest) {
        return new UploadI18N()
                .setDropFiles(new UploadI18N.DropFiles()
                        .setOne(getTranslation("sheet.upload.drop"))
                        .setMany(getTranslation("sheet.upload.drop")))
                .setAddFiles(new UploadI18N.AddFiles()
                        .setOne(getTranslation("sheet.upload.choose"))
                        .setMany(getTranslation("sheet.upload.choose")))
                .setError(new UploadI18N.Error()
                        .setTooManyFiles(getTranslation("sheet.upload.one"))
                        .setFileIsTooBig(getTranslation("sheet.refused.too-large", largest))
                        .setIncorrectFileType(getTranslation("sheet.refused.wrong-type")))
                .setUploading(new UploadI18N.Uploading()
                        .setStatus(new UploadI18N.Uploading.Status()
                                .setConnecting(getTranslation("sheet.upload.connecting"))
                                .setStalled(getTranslation("sheet.upload.stalled"))
                                .setProcessing(getTranslation("sheet.upload.processing"))
                                .setHeld(getTranslation("sheet.upload.held")))
                        .setRemainingTime(new UploadI18N.Uploading.RemainingTime()
                                .setPrefix("")
                                .setUnknown(getTranslation("sheet.upload.connecting")))
                        .setError(new UploadI18N.Uploading.Error()
                                .setServerUnavailable(getTranslation("sheet.upload.failed", largest))
                                .setUnexpectedServerError(getTranslation("sheet.upload.failed", largest))
                                .setForbidden(getTranslation("sheet.upload.failed", largest))
                                .setFileTooLarge(getTranslation("sheet.refused.too-large", largest))))
                .setFile(new UploadI18N.File()
                        .setStart(getTranslation("sheet.upload.start"))
                        .setRetry(getTranslation("sheet.upload.retry"))
                        .setRemove(getTranslation("sheet.upload.remove")));
    }
}
