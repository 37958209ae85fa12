# Lets the judge in the background run a command, as gradus.cli.daemon.Client does, but without the start of a JVM.
# Exits as the command does; with 75 if no judge ran it to its end.
#
# It uses no module but strict: to load Perl's own for sockets and folders would take it longer than all that it does.
#
# perl client.pl HOME COMMAND TERMINAL FOLDER ARGUMENT...
#   HOME      the lab
#   COMMAND   how the lab is called
#   TERMINAL  true or false
#   FOLDER    where that is; absolute
use strict;

# Kinds of frames, by their place in gradus.cli.daemon.Frame.Kind.
sub CALL ()    { 0 }
sub WELCOME () { 3 }
sub OUT ()     { 4 }
sub ERR ()     { 5 }
sub ASK ()     { 6 }
sub ANSWER ()  { 7 }
sub EXIT ()    { 8 }

sub NOT_SERVED () { 75 }

# As Linux and macOS number them.
sub AF_UNIX ()     { 1 }
sub SOCK_STREAM () { 1 }

my ($home, $command, $terminal, $here, @arguments) = @ARGV;
my $socket;

# Where daemons of this user listen: gradus.cli.daemon.Address.
sub folder {
    my $runtime = $ENV{XDG_RUNTIME_DIR} // '';
    return "$runtime/gradus" if $runtime ne '' && -d $runtime;
    my $temporary = $^O eq 'darwin' ? $ENV{TMPDIR} // '/tmp' : '/tmp';
    $temporary =~ s{/+$}{};
    return "$temporary/gradus-" . getpwuid $>;
}

# Nobody else could have put a socket there.
sub is_own {
    my @found = lstat shift;
    return @found && -d _ && $found[4] == $> && ($found[2] & 07777) == 0700;
}

# The structure sockaddr_un; nothing where it is not known.
sub address {
    my $path = shift;
    return pack 'SZ108', AF_UNIX, $path if $^O eq 'linux' && length $path < 108;
    return pack 'CCZ104', 106, AF_UNIX, $path if $^O eq 'darwin' && length $path < 104;
    return;
}

# CRC-32 in hexadecimal digits.
sub digest {
    my $crc = 0xffffffff;
    for my $byte (unpack 'C*', shift) {
        $crc ^= $byte;
        $crc = $crc & 1 ? $crc >> 1 ^ 0xedb88320 : $crc >> 1 for 1 .. 8;
    }
    return sprintf '%x', $crc ^ 0xffffffff;
}

sub write_all {
    my ($to, $bytes) = @_;
    while (length $bytes) {
        my $written = syswrite $to, $bytes or return;
        substr $bytes, 0, $written, '';
    }
    return 1;
}

sub send_frame {
    my ($kind, $content) = @_;
    return write_all($socket, pack 'CN/a*', $kind, $content);
}

sub bytes {
    my $wanted = shift;
    my $bytes = '';
    while (length $bytes < $wanted) {
        sysread $socket, $bytes, $wanted - length $bytes, length $bytes or return;
    }
    return $bytes;
}

# The kind and the content of the next frame; nothing if the daemon is gone.
sub next_frame {
    my ($kind, $length) = unpack 'CN', bytes(5) // return;
    return ($kind, bytes($length) // return);
}

# A line of the standard input, and no byte more: the rest may be for somebody else.
sub line {
    my $line = '';
    while (sysread STDIN, my $byte, 1) {
        $line .= $byte;
        last if $byte eq "\n";
    }
    return $line;
}

# Whether the daemon at the other end does what is asked. One of another build, Java or environment does not.
sub is_welcome {
    my $call = pack 'N(N/a*)*', scalar @arguments, @arguments;
    $call .= pack 'N/a*N(N/a*)*', $here, scalar keys %ENV, %ENV;
    $call .= pack 'CN/a*', $terminal eq 'true' ? 1 : 0, $command;
    my ($kind) = send_frame(CALL, $call) ? next_frame() : ();
    return defined $kind && $kind == WELCOME;
}

sub converse {
    while (my ($kind, $content) = next_frame()) {
        if    ($kind == OUT)  { write_all(\*STDOUT, $content) }
        elsif ($kind == ERR)  { write_all(\*STDERR, $content) }
        elsif ($kind == ASK)  { send_frame(ANSWER, line()) }
        elsif ($kind == EXIT) { exit $content }
    }
    print STDERR "The judge in the background ended in the middle of this. Doing it again.\n";
    exit NOT_SERVED;
}

$SIG{PIPE} = 'IGNORE';
my $folder = folder();
is_own($folder) && opendir(my $files, $folder) or exit NOT_SERVED;
my $lab = digest($home);
for my $name (grep { /^\Q$lab\E-\w+\.sock$/ } readdir $files) {
    my $address = address("$folder/$name") // next;
    socket $socket, AF_UNIX, SOCK_STREAM, 0 or next;
    connect $socket, $address or next;
    converse() if is_welcome();
}
exit NOT_SERVED;
