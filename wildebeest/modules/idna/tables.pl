#!/usr/bin/perl
# Writes tables.h from the Unicode data that perl has: perl tables.pl >tables.h
use strict;
use warnings;
use Unicode::Normalize qw(NFD NFC getCombinClass getComposite);
use Unicode::UCD qw(prop_invmap);

my $last = 0x10FFFF;

# A property's value for each code point, by a walk along its inversion map.
sub values_of {
        my ($name) = @_;
        my ($starts, $values, $format, $default) = prop_invmap($name);
        my @all;
        for my $i (0 .. $#$starts) {
                my $end = $i < $#$starts ? $starts->[$i + 1] - 1 : $last;
                for my $cp ($starts->[$i] .. $end) {
                        my $value = $values->[$i];
                        if ($format =~ /^a/ && !ref $value && $value =~ /^-?\d+$/ && $value != 0) {
                                $value += $cp - $starts->[$i];
                        }
                        $all[$cp] = $value;
                }
        }
        return \@all;
}

# NFKC_Casefold, as a list of code points; the deviations of IDNA2008 stay as they are.
my $fold = values_of('NFKC_Casefold');
# What UTS 46 ignores; other code points that NFKC_Casefold removes, or maps to a dot, are refused.
my %ignored = map { $_ => 1 } (0xAD, 0x34F, 0x180B .. 0x180D, 0x180F, 0x200B, 0x2060, 0x2064, 0xFE00 .. 0xFE0F,
        0xFEFF, 0x1BCA0 .. 0x1BCA3, 0xE0100 .. 0xE01EF);
my %deviates = map { $_ => 1 } (0xDF, 0x3C2, 0x200C, 0x200D);
sub folded {
        my ($cp) = @_;
        return [$cp] if $deviates{$cp} || ($cp >= 0xD800 && $cp <= 0xDFFF);
        return [0x2E] if $cp == 0x3002 || $cp == 0xFF61 || $cp == 0xFF0E;
        my $value = $fold->[$cp];
        return [grep({ $_ == 0x2E } @$value) ? $cp : @$value] if ref $value;
        return $ignored{$cp} ? [] : [$cp] if $value eq '';
        return [$cp] if $value == 0x2E;
        return $value ? [$value] : [$cp];
}

my $removed = 0x200000;
my (@runs, @pool, @specials);
my $run;
for my $cp (0 .. $last) {
        my $to = folded($cp);
        next if @$to == 1 && $to->[0] == $cp;
        if (@$to < 2) {
                my $delta = @$to ? $to->[0] - $cp : $removed;
                if ($run && $run->{delta} == $delta && $cp - $run->{end} <= 2
                    && (!$run->{step} || $cp - $run->{end} == $run->{step})) {
                        $run->{step} = $cp - $run->{end};
                        $run->{end} = $cp;
                        next;
                }
                $run = { start => $cp, end => $cp, step => 0, delta => $delta };
                push @runs, $run;
                next;
        }
        push @specials, [$cp, scalar @pool, scalar @$to];
        push @pool, @$to;
}
# A sequence that the pool has elsewhere is not stored again.
{
        my $text = '';
        for my $special (@specials) {
                my $sequence = join ',', @pool[$special->[1] .. $special->[1] + $special->[2] - 1];
                my $at = index ",$text", ",$sequence,";
                if ($special->[2] && $at < 0) {
                        $at = length $text;
                        $text .= "$sequence,";
                }
                $special->[1] = $special->[2] ? (substr($text, 0, $at) =~ tr/,//) : 0;
        }
        @pool = split /,/, $text;
}

# RFC 5892: the derived property, of which PVALID and the contextual rules matter.
my $category = values_of('General_Category');
my %pvalid_exceptions = map { $_ => 1 } (0xDF, 0x3C2, 0x6FD, 0x6FE, 0xF0B, 0x3007);
my %contextual = map { $_ => 1 } (0xB7, 0x375, 0x5F3, 0x5F4, 0x30FB, 0x660 .. 0x669, 0x6F0 .. 0x6F9);
my %disallowed = map { $_ => 1 } (0x640, 0x7FA, 0x302E, 0x302F, 0x3031 .. 0x3035, 0x303B);
sub valid {
        my ($cp) = @_;
        return 1 if $pvalid_exceptions{$cp} || $contextual{$cp};
        return 0 if $disallowed{$cp};
        return 1 if $cp == 0x2D || ($cp >= 0x30 && $cp <= 0x39) || ($cp >= 0x61 && $cp <= 0x7A);
        return 0 if $cp < 0x80 || ($cp >= 0xD800 && $cp <= 0xDFFF);
        return 0 if $category->[$cp] !~ /^(Ll|Lu|Lo|Nd|Lm|Mn|Mc)$/;
        my $to = folded($cp);
        return 0 if @$to != 1 || $to->[0] != $cp;
        my $char = chr $cp;
        return 0 if $char =~ /[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/;
        return 0 if $char =~ /[\p{Block: Combining_Diacritical_Marks_For_Symbols}\p{Block: Musical_Symbols}\p{Block: Ancient_Greek_Musical_Notation}]/;
        return 0 if $char =~ /[\p{HST=L}\p{HST=V}\p{HST=T}]/;
        return 1;
}

my %bidi = (L => 0, R => 1, AL => 2, AN => 3, EN => 4, ES => 5, CS => 6, ET => 7, ON => 8, BN => 9, NSM => 10);
my %joining = (U => 0, L => 1, R => 2, D => 3, T => 4, C => 5);
my %long = (Left_To_Right => 'L', Right_To_Left => 'R', Arabic_Letter => 'AL', Arabic_Number => 'AN',
        European_Number => 'EN', European_Separator => 'ES', Common_Separator => 'CS',
        European_Terminator => 'ET', Other_Neutral => 'ON', Boundary_Neutral => 'BN', Nonspacing_Mark => 'NSM',
        Non_Joining => 'U', Left_Joining => 'L', Right_Joining => 'R', Dual_Joining => 'D', Transparent => 'T',
        Join_Causing => 'C');
my $bidi_class = values_of('Bidi_Class');
my $joining_type = values_of('Joining_Type');
my (@properties, @classes);
my $before = -1;
my $class_before = -1;
for my $cp (0 .. $last) {
        my $surrogate = $cp >= 0xD800 && $cp <= 0xDFFF;
        my $valid = valid($cp);
        my $class = $surrogate ? 0 : getCombinClass($cp);
        my $b = $long{$bidi_class->[$cp]} // $bidi_class->[$cp];
        my $j = $long{$joining_type->[$cp]} // $joining_type->[$cp];
        # Of what may not stand in a name nothing else is asked.
        my $value = !$valid && $cp != 0x5F ? 0
            : ($valid ? 1 : 0) | ($category->[$cp] =~ /^M/ ? 2 : 0) | ($class == 9 ? 4 : 0) | ($bidi{$b} // 8) << 3
            | ($joining{$j} // 0) << 7;
        push @properties, $cp << 10 | $value if $value != $before;
        push @classes, $cp << 8 | $class if $class != $class_before;
        ($before, $class_before) = ($value, $class);
}

my @compositions;
for my $cp (0xA0 .. $last) {
        next if ($cp >= 0xAC00 && $cp <= 0xD7A3) || ($cp >= 0xD800 && $cp <= 0xDFFF);
        my $char = chr $cp;
        next if NFD($char) eq $char || NFC($char) ne $char;
        my @whole = map { ord } split //, NFD($char);
        my $second = pop @whole;
        my $first = ord NFC(join '', map { chr } @whole);
        die sprintf 'U+%04X', $cp unless getComposite($first, $second) == $cp;
        push @compositions, sprintf '{0x%x, 0x%x, 0x%x}', $cp, $first, $second;
}

sub table {
        my ($type, $name, @items) = @_;
        my $line = '   ';
        print "\nstatic const $type ${name}[] = {\n";
        for my $item (@items) {
                if (length("$line $item,") > 100) {
                        print "$line\n";
                        $line = '   ';
                }
                $line .= " $item,";
        }
        print "$line\n};\n";
}

my $version = Unicode::UCD::UnicodeVersion();
print <<"END";
/*
 * Generated by `perl tables.pl >tables.h` from the data of Unicode $version, as perl has it; do not
 * edit. Copyright Unicode, Inc., under the Unicode License (https://www.unicode.org/license.txt).
 */
/* clang-format off */
#ifndef LWB_IDNA_TABLES_H
#define LWB_IDNA_TABLES_H

#include <stdint.h>

struct idna_run { uint32_t first; uint16_t count, step; int32_t delta; };\nenum { IDNA_REMOVED = 0x200000 }; /* a delta: nothing is left of it */
struct idna_sequence { uint32_t from; uint16_t at, count; };
struct idna_composition { uint32_t whole, first, second; };
END
table('struct idna_run', 'runs', map { sprintf '{0x%x, %d, %d, %d}', $_->{start}, ($_->{end} - $_->{start}) / ($_->{step} || 1) + 1,
    $_->{step} || 1, $_->{delta} } @runs);
table('struct idna_sequence', 'sequences', map { sprintf '{0x%x, %d, %d}', @$_ } @specials);
table('uint32_t', 'pool', map { sprintf '0x%x', $_ } @pool);
table('uint32_t', 'properties', map { sprintf '0x%x', $_ } @properties);
table('uint32_t', 'classes', map { sprintf '0x%x', $_ } @classes);
table('struct idna_composition', 'compositions', @compositions);
print "\n#endif\n";
printf STDERR "runs %d, sequences %d, pool %d, properties %d, classes %d, compositions %d\n", scalar @runs,
    scalar @specials, scalar @pool, scalar @properties, scalar @classes, scalar @compositions;
