#!/usr/bin/perl
# Writes translit.h: perl translit.pl UnicodeData.txt Latin-ASCII.xml >translit.h
# from the data of Unicode and CLDR, as Debian's packages unicode-data and unicode-cldr-core have
# them below /usr/share/unicode. What neither says is in `%choices`.
use strict;
use warnings;
use utf8;
use open qw(:std :encoding(UTF-8));

die "translit.pl UnicodeData.txt Latin-ASCII.xml\n" unless @ARGV == 2;

my (%category, %class, %canonical, %compatible, %name);
open my $data, '<', $ARGV[0] or die "$ARGV[0]: $!\n";
while (<$data>) {
        my ($hex, $name, $category, $class, undef, $decomposition) = split /;/;
        my $cp = hex $hex;
        ($name{$cp}, $category{$cp}, $class{$cp}) = ($name, $category, $class);
        next if $decomposition eq '';
        my ($tag) = $decomposition =~ /^<(\w+)> /;
        my @to = map { hex } grep { !/</ } split / /, $decomposition;
        if ($tag) { $compatible{$cp} = [$tag, @to] }
        else { $canonical{$cp} = \@to }
}
close $data;

# The rules "x → y ;" of CLDR's transform from Latin to ASCII that are about one character.
my %latin;
open my $rules, '<', $ARGV[1] or die "$ARGV[1]: $!\n";
while (<$rules>) {
        s/&lt;/</g, s/&gt;/>/g, s/&amp;/&/g;
        next unless /^(\S+)\s*→\s*(.*?)\s*;/;
        my ($from, $to) = map { plain($_) } $1, $2;
        $latin{ord $from} = $to if length $from == 1 && $to !~ /[^ -~]/;
}
close $rules;

sub plain {
        my ($text) = @_;
        $text =~ s/'([^']*)'/$1/g;
        $text =~ s/\\u([0-9A-F]{4})/chr hex $1/ge;
        $text =~ s/\\(.)/$1/g;
        return $text;
}

# What the data does not say, or not so: characters, then each that replaces them, best first.
my %choices;
for (split /\n/, <<'END') {
00A0	 
2007 202F	 	 
00A2	c
00A3	GBP
00A5	JPY
00A6	|
00AC	!
00B5	μ	u
03BC	µ	u
00B1	+-
013F	L
0140	l
00B4	'
02CA	´	'
00B7	.
00B8	,
00D7	x
02B9 2032	´	'
02BA 2033	´´	"
2034	´´´	'''
02BB	‘	'
02BC	’	'
02C9	¯
02CD 2423	_
02DD	''
0385 1FC1 1FED 1FEE	¨
0387	·
04A4	НГ
04A5	нг
04B4	ТЦ
04B5	тц
04D4	АЕ
04D5	ае
058F	AMD
1FFD	´
2014	--
201A	,
201E	,,
2020	+
2022 25E6	o
2035	`
2036	``
2037	```
204A	&
20A1	C=
20A9	KRW
20AA	ILS
20AB	Dong
20AC	EUR
20AF	GRD
20B1	PHP
20B4	грн	UAH
20B8	KZT
20B9	INR
20BD	руб	RUB
20BE	GEL
210C	H
2122	(TM)
212E	e
2190	<-
2192	->
2194	<->
21D0	<=
21D2	=>
21D4	<=>
2212	–	-
2217	*
2219	•	·
2236	:
223C	~
2261	==
2262	!==
2264	<=
2265	>=
2270	!<=
2271	!>=
2274	!<~
2275	!>~
2278	!<>
2279	!><
22C5	·
22D8	<<<
22D9	>>>
22EF	···
2241	!~
2244	!~-
2247	!~=
2249	!~~
21CD	!<=
21CE	!<=>
21CF	!=>
21AE	!<->
226E	!<
226F	!>
2424	NL
2500 29FF	-
2502	|
250C 2510 2514 2518 251C 2524 252C 2534 253C 29FE	+
2571 27CB 29F8	/
2572 27CD 29F5 29F9	\
263A 263B	:)
27E6	[|
27E7	|]
27E8 29FC	<
27E9 29FD	>
27EA	<<
27EB	>>
27EC	((
27ED	))
27EE	(
27EF	)
2980	|||
2983	{|
2984	|}
2987	(|
2988	|)
2989	<|
298A	|>
29E3 29E5	#
30A0	=
33A8	m/s²	m/s^2
33AF	rad/s²	rad/s^2
33D7	PH
FE14 FE54 FF1B	;
FE19	...
FE31 FE58	—
FE32	–
END
        my ($from, @to) = split /\t/;
        $choices{hex $_} = [@to] for split / /, $from;
}

# Marks, and what is not to be seen at all.
sub is_mark {
        my ($cp) = @_;
        my $category = $category{$cp} // '';
        return 1 if $category eq 'Me' || $cp == 0x34F || $cp >= 0xFE00 && $cp <= 0xFE0F;
        return 1 if $cp == 0x200B || $cp >= 0x2060 && $cp <= 0x2063 || $cp == 0xFEFF;
        return $category eq 'Mn' && $class{$cp} != 0;
}

sub canonical {
        my ($cp) = @_;
        return map { canonical($_) } @{$canonical{$cp}} if $canonical{$cp};
        return $cp;
}

# The ideographs, syllables and shapes of letters that are compatible with others are not for this.
sub is_left_out {
        my ($cp) = @_;
        return $cp >= 0x2E80 && $cp <= 0x2FDF || $cp >= 0x3130 && $cp <= 0x318F ||
            $cp >= 0xAC00 && $cp <= 0xD7FF || $cp >= 0xF900 && $cp <= 0xFAFF ||
            $cp >= 0xFB1D && $cp <= 0xFDFF || $cp >= 0xFE70 && $cp <= 0xFEFE ||
            $cp >= 0x2F800 && $cp <= 0x2FA1F || $cp >= 0x1EE00 && $cp <= 0x1EEFF;
}

# What may stand for a character, best first.
sub alternatives {
        my ($cp) = @_;
        return @{$choices{$cp}} if $choices{$cp};
        return control($cp) if $cp >= 0x2400 && $cp <= 0x2421;
        if ($canonical{$cp}) {
                my @all = canonical($cp);
                my $text = join '', map { chr } grep { !is_mark($_) } @all;
                return (grep { $_ == 0x338 } @all) ? "!$text" : $text if $text ne '';
        }
        my @latin = grep { defined } $latin{$cp};
        return @latin unless $compatible{$cp};
        my ($tag, @to) = @{$compatible{$cp}};
        my $text = join '', map { chr } @to;
        return "($text)" if $tag eq 'circle';
        return " $text " if $tag eq 'fraction';
        if ($tag eq 'square' && $text =~ /[²³]/) {
                my $ascii = $text =~ s/²/^2/r =~ s/³/^3/r;
                return ($text, $ascii);
        }
        # A mark that stands alone is shown on a space, which says nothing.
        return $to[0] == 0x20 && is_mark($to[1] // 0) ? @latin : ($text, @latin);
}

# The abbreviation in the picture of a control character.
sub control {
        my ($cp) = @_;
        my @names = qw(NUL SOH STX ETX EOT ENQ ACK BEL BS HT LF VT FF CR SO SI DLE DC1 DC2 DC3 DC4
            NAK SYN ETB CAN EM SUB ESC FS GS RS US SP DEL);
        return $names[$cp - 0x2400];
}

my (@rows, @marks);
for my $cp (0x80 .. 0x1FFFF) {
        next if is_left_out($cp);
        if (is_mark($cp)) {
                if (@marks && $marks[-1][1] == $cp - 1) { $marks[-1][1] = $cp }
                else { push @marks, [$cp, $cp] }
                next;
        }
        my @seen = ();
        for my $text (alternatives($cp)) {
                next if $text =~ /[^\x{1}-\x{FFFF}]/ || grep { $_ eq $text } @seen;
                push @rows, [$cp, $text];
                push @seen, $text;
        }
}

# Texts share their ends; long ones come first, so that short ones find themselves in them.
my $pool = '';
my %at;
for my $text (sort { length $b <=> length $a || $a cmp $b } keys %{{map { $_->[1] => 1 } @rows}}) {
        my $at = index $pool, "$text\0";
        if ($at < 0) {
                $at = length $pool;
                $pool .= "$text\0";
        }
        $at{$text} = $at;
}
die "the texts need more than 15 bits\n" if length $pool > 0x8000;

sub wrapped {
        my ($line, @out) = ('   ');
        for (@_) {
                if (length("$line $_,") > 100) {
                        push @out, $line;
                        $line = '   ';
                }
                $line .= " $_,";
        }
        return join "\n", @out, $line;
}

print <<'END';
/*
 * Generated by `perl translit.pl UnicodeData.txt Latin-ASCII.xml >translit.h` from the data of
 * Unicode 15.0.0 (Debian's unicode-data 15.0.0-1) and CLDR 41 (unicode-cldr-core 41-0.1); do not
 * edit. Copyright Unicode, Inc., under the Unicode License (https://www.unicode.org/license.txt).
 */
/* clang-format off */
#ifndef LWB_LOCALE_TRANSLIT_H
#define LWB_LOCALE_TRANSLIT_H

#include <stdint.h>

/* What nothing stands for, where a charset lacks it. */
static const struct { uint32_t first, last; } marks[] = {
END
print wrapped(map { sprintf '{0x%x, 0x%x}', @$_ } @marks), "\n};\n\n";
print "/* A character, above its text's place below: 15 bits. The best text comes first. */\n";
print "static const uint32_t rows[] = {\n";
print wrapped(map { sprintf '0x%x', $_->[0] << 15 | $at{$_->[1]} } @rows), "\n};\n\n";
print "/* Texts, each ended by 0. */\nstatic const uint16_t texts[] = {\n";
print wrapped(map { ord } split //, $pool), "\n};\n/* clang-format on */\n\n#endif\n";
