package dev.perfloop.change;

/**
 * Keeps a statement that carries an expression one statement: the text must be a single expression by its brackets and quotes, with
 * no end of statement, comment, dollar quote or parameter in it. What it means is PostgreSQL's to judge.
 */
final class OneExpression {
    private OneExpression() {}

    static String checked(String text) {
        if (text.isBlank() || !isOne(text)) {
            throw new IllegalArgumentException("Not one expression: " + text);
        }
        return text;
    }

    private static boolean isOne(String text) {
        int open = 0;
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\'' || c == '"') {
                int end = text.indexOf(c, at + 1);
                // A backslash may escape a quote in E'...' strings; no index of ours needs one.
                if (end < 0 || text.substring(at, end).indexOf('\\') >= 0) {
                    return false;
                }
                at = end;
            } else if (c == '(' || c == '[') {
                open++;
            } else if (c == ')' || c == ']') {
                open--;
            } else if (c == ';' || c == '$' || c == '\0' || text.startsWith("--", at) || text.startsWith("/*", at)) {
                return false;
            }
            if (open < 0) {
                return false;
            }
            at++;
        }
        return open == 0;
    }
}
