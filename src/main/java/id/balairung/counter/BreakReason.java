package id.balairung.counter;

/** Why a counter pauses. */
public enum BreakReason {
    /** Istirahat makan siang. */
    LUNCH,
    /** Ibadah. */
    PRAYER,
    /** Ke belakang. */
    RESTROOM,
    /** Rapat atau koordinasi. */
    MEETING,
    /** Gangguan alat atau jaringan. */
    TECHNICAL,
    /** Lainnya. */
    OTHER
}
