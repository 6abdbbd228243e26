/**
 * Menu entries of plain ImageJ and of Fiji: {@link sc.fiji.fastsam.host.CommandBridge} runs a
 * SciJava command on the thread that chose the entry or runs the macro, so that what the command
 * shows is active afterwards and what it throws stops the macro. For plain ImageJ, which has
 * neither, also a SciJava context and a dialog. Knows no command by name.
 */
package sc.fiji.fastsam.host;
