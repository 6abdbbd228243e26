/**
 * SciJava commands: forms that collect parameters into settings, call one object, and hand out its
 * results. The names of their parameters are the macro keys, frozen by a test. Without a menu path:
 * the entries of both hosts stand in {@code plugins.config}.
 */
package sc.fiji.fastsam.command;
