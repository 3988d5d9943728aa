package id.balairung.satisfaction;

import id.balairung.common.TypedText;
import java.util.List;

/**
 * An element of service as it was filled in.
 *
 * @param code its code: of the nine, or an own one
 * @param weight what it counts for, as in 1/9 or 0,15
 * @param name its name in Indonesian
 * @param englishName its name in English
 * @param question what is asked, in Indonesian
 * @param englishQuestion what is asked, in English
 * @param answers the wordings from 1 to 4, in Indonesian
 * @param englishAnswers the wordings from 1 to 4, in English
 */
public record UnsurDraft(
        String code,
        String weight,
        TypedText name,
        TypedText englishName,
        TypedText question,
        TypedText englishQuestion,
        List<TypedText> answers,
        List<TypedText> englishAnswers) {

    /** Of a name, in characters. */
    public static final int LONGEST_NAME = 80;

    /** Of a question, in characters. */
    public static final int LONGEST_QUESTION = 200;

    /** Of an answer, in characters. */
    public static final int LONGEST_ANSWER = 60;

    /**
     * Keeps the answers.
     *
     * @throws IllegalArgumentException when there aren't four in each language
     */
    public UnsurDraft {
        code = code.strip();
        weight = weight.strip();
        answers = List.copyOf(answers);
        englishAnswers = List.copyOf(englishAnswers);
        if (answers.size() != Unsur.ANSWERS || englishAnswers.size() != Unsur.ANSWERS) {
            throw new IllegalArgumentException("An unsur has four answers");
        }
    }

    /** As it is asked in a version. */
    public static UnsurDraft of(Unsur unsur) {
        return new UnsurDraft(
                unsur.code().value(),
                unsur.weight().toString(),
                new TypedText(unsur.name().indonesian()),
                new TypedText(unsur.name().english()),
                new TypedText(unsur.question().indonesian()),
                new TypedText(unsur.question().english()),
                unsur.answers().stream()
                        .map(answer -> new TypedText(answer.indonesian()))
                        .toList(),
                unsur.answers().stream()
                        .map(answer -> new TypedText(answer.english()))
                        .toList());
    }
}
