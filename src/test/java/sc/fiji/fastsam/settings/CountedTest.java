package sc.fiji.fastsam.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CountedTest {

    @Test
    void oneThingIsSingular() {
        assertEquals("0 objects", Counted.objects(0));
        assertEquals("1 object", Counted.objects(1));
        assertEquals("2 background points", Counted.text(2, "background point"));
    }
}
