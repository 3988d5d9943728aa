package id.balairung.history;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What an older system's file may tell of a turn. */
public enum ImportField {
    /** Layanan: its name or number prefix. */
    SERVICE(true, "layanan", "jenis layanan", "nama layanan", "service", "service name", "prefix", "kode layanan"),
    /** Nomor antrean. */
    NUMBER(
            true,
            "nomor",
            "no",
            "nomor antrean",
            "nomor antrian",
            "no antrean",
            "no antrian",
            "number",
            "ticket",
            "queue number"),
    /** Tanggal, where the moments are only times of day. */
    DAY(false, "tanggal", "tgl", "hari", "date", "day"),
    /** Masuk antrean. */
    QUEUED(
            true,
            "masuk antrean",
            "antre",
            "ambil nomor",
            "waktu ambil",
            "jam ambil",
            "jam datang",
            "waktu datang",
            "terbit",
            "queued",
            "issued",
            "arrived",
            "queue time",
            "arrival time"),
    /** Dipanggil. */
    CALLED(false, "dipanggil", "waktu panggil", "jam panggil", "panggil", "called", "call time", "called at"),
    /** Mulai dilayani. */
    SERVING(
            false,
            "mulai dilayani",
            "mulai",
            "dilayani",
            "jam mulai",
            "waktu mulai",
            "service began",
            "started",
            "start time"),
    /** Berakhir. */
    ENDED(
            false,
            "berakhir",
            "selesai",
            "jam selesai",
            "waktu selesai",
            "ended",
            "finished",
            "end time",
            "completed at"),
    /** Loket: its number. */
    COUNTER(false, "loket", "nomor loket", "no loket", "counter", "counter number", "window", "desk"),
    /** Petugas: the name or sign-in name. */
    OFFICER(false, "petugas", "nama petugas", "operator", "officer", "staff", "user"),
    /** Prioritas. */
    PRIORITY(false, "prioritas", "golongan", "kelas", "jenis pengunjung", "priority", "class", "category"),
    /** Hasil or keadaan. */
    RESULT(false, "hasil", "hasil layanan", "keadaan", "status", "keterangan", "result", "outcome", "state"),
    /** Penilaian, from 1 to 4. */
    RATING(false, "penilaian", "nilai", "rating", "score");

    private final boolean required;
    private final Set<String> names;

    ImportField(boolean required, String... names) {
        this.required = required;
        this.names = Set.copyOf(List.of(names));
    }

    /** Whether a file without it can't be imported. */
    public boolean required() {
        return required;
    }

    /** Whether a file's heading is one that such columns have. */
    boolean isCalled(String heading) {
        return names.contains(plain(heading));
    }

    static String plain(String words) {
        return words.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
