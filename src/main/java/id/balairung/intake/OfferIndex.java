package id.balairung.intake;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The offers as they are searched, in one language of the screen: the words of each are prepared once, for people type
 * faster than offers change. Every word typed must fit an offer's code, its name in either language, its agency's name or
 * code. A name fits by the beginning of a word, by its initials (KK is Kartu Keluarga), or within a word. Only when nothing
 * fits at all is one letter's difference tolerated.
 */
public final class OfferIndex {

    /** As much as anybody types to find a service, in characters. */
    public static final int LONGEST_QUERY = 60;

    private static final int SHORTEST_MISTAKEN = 4;
    private static final int WHOLE_CODE = 0;
    private static final int CODE_BEGINS = 1;
    private static final int NAMES = 2;

    private final List<DeskOffer> offers;
    private final List<Entry> entries;

    /**
     * Prepares offers.
     *
     * @param offers the offers, in the order in which equals are shown
     * @param language the screen's language: its names come before those that the screen doesn't show
     */
    public OfferIndex(List<DeskOffer> offers, Locale language) {
        this.offers = offers;
        this.entries = offers.stream().map(offer -> Entry.of(offer, language)).toList();
    }

    /** Whether these are the offers it was made of. */
    public boolean holds(List<DeskOffer> others) {
        return offers.equals(others);
    }

    /**
     * The offers that fit, the best first.
     *
     * @param typed what was typed; of a long text the first {@value #LONGEST_QUERY} characters
     */
    public List<DeskOffer> find(String typed) {
        String query = typed.length() > LONGEST_QUERY ? typed.substring(0, LONGEST_QUERY) : typed;
        List<String> words = wordsOf(query);
        if (words.isEmpty()) {
            return offers;
        }
        List<DeskOffer> fitting = ranked(words, Entry::rank);
        return fitting.isEmpty() ? ranked(words, Entry::rankMistaken) : fitting;
    }

    private List<DeskOffer> ranked(List<String> words, Ranking ranking) {
        return entries.stream()
                .map(entry -> new Found(entry.offer(), entry.worst(words, ranking)))
                .filter(found -> found.rank().isPresent())
                .sorted(Comparator.comparingInt(found -> found.rank().getAsInt()))
                .map(Found::offer)
                .toList();
    }

    /** Lower case, and only letters and digits: KTP-el and "ktp el" are the same. */
    private static List<String> wordsOf(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private interface Ranking {
        OptionalInt of(Entry entry, String word);
    }

    private record Found(DeskOffer offer, OptionalInt rank) {}

    /** An offer with its names: what the screen shows of it before what it doesn't. */
    private record Entry(DeskOffer offer, String code, List<Name> names) {

        private static final List<BiPredicate<Name, String>> FITS =
                List.of(Name::begins, Name::abbreviated, Name::within);

        static Entry of(DeskOffer offer, Locale language) {
            String shown = offer.service().name(language);
            Stream<String> hidden = Stream.of(
                            offer.service().nameIndonesian(), offer.service().nameEnglish())
                    .filter(name -> !name.equals(shown));
            String agency = offer.agency().name() + " " + offer.agency().code();
            return new Entry(
                    offer,
                    offer.service().prefix().toLowerCase(Locale.ROOT),
                    Stream.concat(Stream.of(shown, agency), hidden)
                            .map(Name::of)
                            .toList());
        }

        OptionalInt worst(List<String> typed, Ranking ranking) {
            int worst = 0;
            for (String word : typed) {
                OptionalInt rank = ranking.of(this, word);
                if (rank.isEmpty()) {
                    return rank;
                }
                worst = Math.max(worst, rank.getAsInt());
            }
            return OptionalInt.of(worst);
        }

        OptionalInt rank(String word) {
            if (code.equals(word)) {
                return OptionalInt.of(WHOLE_CODE);
            }
            if (code.startsWith(word)) {
                return OptionalInt.of(CODE_BEGINS);
            }
            return IntStream.range(0, names.size() * FITS.size())
                    .filter(at -> FITS.get(at % FITS.size()).test(names.get(at / FITS.size()), word))
                    .map(at -> NAMES + at)
                    .findFirst();
        }

        OptionalInt rankMistaken(String word) {
            OptionalInt rank = rank(word);
            return rank.isPresent()
                    ? rank
                    : IntStream.range(0, names.size())
                            .filter(at -> names.get(at).mistaken(word))
                            .map(at -> NAMES + names.size() * FITS.size() + at)
                            .findFirst();
        }
    }

    /** A name's words and the initials of them. */
    private record Name(List<String> words, String initials) {

        static Name of(String text) {
            List<String> words = wordsOf(text);
            return new Name(
                    words,
                    words.stream()
                            .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)))
                            .collect(Collectors.joining()));
        }

        boolean begins(String typed) {
            return words.stream().anyMatch(word -> word.startsWith(typed));
        }

        boolean abbreviated(String typed) {
            return typed.length() > 1 && initials.startsWith(typed);
        }

        boolean within(String typed) {
            return words.stream().anyMatch(word -> word.contains(typed));
        }

        boolean mistaken(String typed) {
            return typed.length() >= SHORTEST_MISTAKEN
                    && words.stream()
                            .filter(word -> word.length() >= SHORTEST_MISTAKEN)
                            .anyMatch(word -> close(typed, word));
        }

        /** Whether a word begins as typed but for one letter too many, missing, wrong, or changed places with its neighbour. */
        private static boolean close(String typed, String word) {
            int same = 0;
            while (same < typed.length() && same < word.length() && typed.charAt(same) == word.charAt(same)) {
                same++;
            }
            String typedRest = typed.substring(same);
            String wordRest = word.substring(same);
            return typedRest.isEmpty()
                    || wordRest.startsWith(typedRest.substring(1))
                    || (!wordRest.isEmpty()
                            && (wordRest.substring(1).startsWith(typedRest)
                                    || wordRest.substring(1).startsWith(typedRest.substring(1))
                                    || swapped(typedRest, wordRest)));
        }

        private static boolean swapped(String typed, String word) {
            return typed.length() > 1
                    && word.length() > 1
                    && typed.charAt(0) == word.charAt(1)
                    && typed.charAt(1) == word.charAt(0)
                    && word.substring(2).startsWith(typed.substring(2));
        }
    }
}
