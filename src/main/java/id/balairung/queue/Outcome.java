package id.balairung.queue;

/** What came of a finished service. */
public enum Outcome {
    /** Selesai. */
    FULFILLED,
    /** Berkas kurang. */
    DOCUMENTS_MISSING,
    /** Tidak dapat dipenuhi. */
    NOT_POSSIBLE,
    /** Konsultasi. */
    CONSULTATION
}
