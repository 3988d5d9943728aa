package id.balairung.demo;

import id.balairung.agency.DayHours;
import id.balairung.agency.NewService;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** An agency of the demonstration: names and services are public facts, counters and targets are made up. */
record DemoAgency(
        String code, String letters, String name, int counters, Set<DayOfWeek> days, List<NewService> services) {

    private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final Set<DayOfWeek> DAILY = EnumSet.allOf(DayOfWeek.class);
    private static final Set<DayOfWeek> TWO_DAYS = EnumSet.of(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY);
    private static final DayHours HOURS = new DayHours(LocalTime.of(8, 0), LocalTime.of(16, 0));

    Map<DayOfWeek, DayHours> week() {
        return days.stream().collect(Collectors.toMap(Function.identity(), day -> HOURS));
    }

    String signInName() {
        return code.toLowerCase(Locale.ROOT);
    }

    /** The sign-in name of the officer at a counter of the agency, from 1. */
    String officer(int desk) {
        return signInName() + desk;
    }

    String admin() {
        return signInName() + ".admin";
    }

    /** A service's prefix in the mall, e.g. DA. */
    String prefix(NewService service) {
        return letters + service.letter();
    }

    static List<DemoAgency> all() {
        return List.of(
                new DemoAgency(
                        "DUKCAPIL",
                        "D",
                        "Dinas Kependudukan dan Pencatatan Sipil",
                        6,
                        DAILY,
                        List.of(
                                service("A", "Perekaman KTP-el", "ID card registration", 20, 15),
                                service("B", "Kartu Keluarga", "Family card", 30, 15),
                                service("C", "Akta Kelahiran", "Birth certificate", 30, 20),
                                service("D", "Kartu Identitas Anak", "Child identity card", 20, 10),
                                service("E", "Pindah Datang", "Change of residence", 30, 20))),
                new DemoAgency(
                        "DPMPTSP",
                        "P",
                        "Dinas Penanaman Modal dan PTSP",
                        3,
                        DAILY,
                        List.of(
                                service("A", "Konsultasi OSS/NIB", "Business licence advice (OSS/NIB)", 20, 20),
                                service("B", "Persetujuan Bangunan Gedung", "Building approval", 30, 30),
                                service("C", "Izin Praktik Tenaga Kesehatan", "Health worker's licence", 30, 20))),
                new DemoAgency(
                        "BAPENDA",
                        "B",
                        "Badan Pendapatan Daerah",
                        3,
                        DAILY,
                        List.of(
                                service("A", "PBB-P2", "Land and building tax", 15, 10),
                                service("B", "BPHTB", "Property transfer duty", 20, 20),
                                service("C", "Pajak Daerah Lainnya", "Other local taxes", 20, 15))),
                new DemoAgency(
                        "DISNAKER",
                        "T",
                        "Dinas Tenaga Kerja",
                        2,
                        WEEKDAYS,
                        List.of(
                                service("A", "Kartu AK-1", "Job seeker's card", 20, 10),
                                service("B", "Konsultasi Ketenagakerjaan", "Employment advice", 20, 20))),
                new DemoAgency(
                        "DISKOPUKM",
                        "K",
                        "Dinas Koperasi dan UKM",
                        1,
                        WEEKDAYS,
                        List.of(
                                service("A", "Konsultasi UKM", "Small business advice", 20, 20),
                                service("B", "Badan Hukum Koperasi", "Cooperative registration", 30, 30))),
                new DemoAgency(
                        "DISPERINDAG",
                        "I",
                        "Dinas Perindustrian dan Perdagangan",
                        1,
                        WEEKDAYS,
                        List.of(
                                service("A", "Konsultasi Industri", "Industry advice", 20, 20),
                                service("B", "Tanda Daftar", "Registration certificate", 20, 15))),
                new DemoAgency(
                        "POLRESTA",
                        "L",
                        "Polresta Kendari",
                        3,
                        WEEKDAYS,
                        List.of(
                                service("A", "SKCK", "Police clearance certificate", 20, 10),
                                service("B", "Perpanjangan SIM", "Driving licence renewal", 30, 20))),
                new DemoAgency(
                        "IMIGRASI",
                        "M",
                        "Kantor Imigrasi Kendari",
                        3,
                        WEEKDAYS,
                        List.of(
                                service("A", "Paspor Baru", "New passport", 30, 20),
                                service("B", "Penggantian Paspor", "Passport replacement", 30, 15))),
                new DemoAgency(
                        "BPN",
                        "N",
                        "Kantor Pertanahan",
                        2,
                        WEEKDAYS,
                        List.of(
                                service("A", "Pengecekan Sertipikat", "Land certificate check", 20, 15),
                                service("B", "Informasi Pertanahan", "Land information", 20, 15))),
                new DemoAgency(
                        "BPJSKES",
                        "S",
                        "BPJS Kesehatan",
                        3,
                        WEEKDAYS,
                        List.of(
                                service("A", "Pendaftaran Peserta", "Health insurance enrolment", 20, 12),
                                service("B", "Perubahan Data", "Change of data", 20, 10))),
                new DemoAgency(
                        "BPJSTK",
                        "J",
                        "BPJS Ketenagakerjaan",
                        2,
                        WEEKDAYS,
                        List.of(
                                service("A", "Klaim JHT", "Old-age benefit claim", 30, 20),
                                service("B", "Pendaftaran", "Enrolment", 20, 15))),
                new DemoAgency(
                        "PLN",
                        "E",
                        "PLN",
                        1,
                        WEEKDAYS,
                        List.of(
                                service("A", "Pasang Baru dan Tambah Daya", "New connection and more power", 20, 15),
                                service("B", "Pengaduan", "Complaints", 15, 10))),
                new DemoAgency(
                        "PDAM",
                        "A",
                        "PDAM Tirta Anoa",
                        1,
                        WEEKDAYS,
                        List.of(
                                service("A", "Sambungan Baru", "New water connection", 20, 15),
                                service("B", "Pengaduan", "Complaints", 15, 10))),
                new DemoAgency(
                        "BANKSULTRA",
                        "U",
                        "Bank Sultra",
                        2,
                        WEEKDAYS,
                        List.of(service("A", "Pembayaran Pajak dan Retribusi", "Payment of taxes and levies", 10, 5))),
                new DemoAgency(
                        "BRI",
                        "R",
                        "Bank BRI",
                        1,
                        WEEKDAYS,
                        List.of(service("A", "Layanan Nasabah", "Customer service", 15, 10))),
                new DemoAgency(
                        "PEGADAIAN",
                        "G",
                        "Pegadaian",
                        1,
                        WEEKDAYS,
                        List.of(service("A", "Layanan Gadai", "Pawn service", 15, 10))),
                new DemoAgency(
                        "POS",
                        "O",
                        "Pos Indonesia",
                        1,
                        WEEKDAYS,
                        List.of(
                                service("A", "Kiriman", "Parcels", 15, 8),
                                service("B", "Meterai", "Duty stamps", 10, 3))),
                new DemoAgency(
                        "BNN",
                        "X",
                        "BNN Kota Kendari",
                        1,
                        TWO_DAYS,
                        List.of(service("A", "SKHPN", "Drug-free certificate", 20, 15))),
                new DemoAgency(
                        "OMBUDSMAN",
                        "Y",
                        "Ombudsman RI Perwakilan Sultra",
                        1,
                        TWO_DAYS,
                        List.of(service("A", "Konsultasi dan Pengaduan", "Advice and complaints", 20, 25))));
    }

    private static NewService service(
            String letter, String indonesian, String english, int targetWaitMinutes, int targetServiceMinutes) {
        return new NewService(
                letter,
                indonesian,
                english,
                Duration.ofMinutes(targetWaitMinutes),
                Duration.ofMinutes(targetServiceMinutes));
    }
}
