package sc.fiji.fastsam.host;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On a class that commands extend: the inputs that it declares are a further page of dialogs. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface SecondPage {

    /** The page's title. */
    String value();
}
