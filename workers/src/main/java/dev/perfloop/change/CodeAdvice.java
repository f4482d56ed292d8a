package dev.perfloop.change;

import java.util.List;

/**
 * What a person does, in the code, in a setting that takes a restart, or in what the service runs on. Perfloop applies nothing; what
 * was done is measured and judged like every other change. Nor can Perfloop take it back.
 *
 * @param title      imperative, short
 * @param advice     what is to be done; Markdown
 * @param where      requests, statements, methods, settings that it is about, one each
 * @param takingBack how a person takes it back; a sentence
 */
public record CodeAdvice(String title, String advice, List<String> where, String takingBack) implements Change {
    static final String KIND = "CODE_ADVICE";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<String> statements() {
        return List.of();
    }

    @Override
    public List<String> undoStatements() {
        return List.of();
    }

    @Override
    public String inWords() {
        return title;
    }

    @Override
    public String remains() {
        return "Perfloop cannot take it back. By hand: " + takingBack;
    }

    @Override
    public String undo() {
        return takingBack;
    }

    @Override
    public String subject() {
        return "by hand " + title;
    }
}
