package sc.fiji.fastsam.model.download;

import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What part of a file a server says it sends.
 *
 * @param first byte, -1 if unknown
 * @param total bytes of the whole file, 0 if unknown
 */
record ContentRange(long first, long total) {

    private static final Pattern HEADER =
            Pattern.compile("bytes (?:(\\d{1,18})-\\d{1,18}|\\*)/(?:(\\d{1,18})|\\*)");

    static ContentRange of(HttpResponse<?> response) {
        Matcher header = HEADER.matcher(response.headers().firstValue("Content-Range").orElse(""));
        if (!header.matches()) {
            return new ContentRange(-1, 0);
        }
        return new ContentRange(number(header.group(1), -1), number(header.group(2), 0));
    }

    private static long number(String digits, long otherwise) {
        return digits == null ? otherwise : Long.parseLong(digits);
    }

    boolean startsAt(long byteNumber) {
        return first == byteNumber;
    }
}
