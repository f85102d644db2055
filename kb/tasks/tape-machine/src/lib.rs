//! The language of `+ - < > . , [ ]`; all else is a comment.

use std::io::{self, BufRead, Write};

/// Several commands of the text as one instruction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Instruction {
    /// Add to the cell, around at 256.
    Add(u8),
    Left(usize),
    Right(usize),
    Output,
    Input,
    /// Go behind the partner if the cell is zero.
    Open(usize),
    /// Go back behind the partner unless the cell is zero.
    Close(usize),
}

/// A program that is ready to run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Program {
    instructions: Vec<Instruction>,
}

/// The bracket at this byte has no partner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnmatchedBracket(pub usize);

/// Why a run was stopped.
#[derive(Debug)]
pub enum RunError {
    /// The program went left of the tape's first cell.
    OffTheTape,
    /// It took more steps than allowed.
    TooLong,
    /// Reading or writing failed.
    Io(io::Error),
}

impl From<io::Error> for RunError {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl Program {
    /// Read a program.
    pub fn parse(text: &str) -> Result<Self, UnmatchedBracket> {
        let mut instructions = Vec::new();
        let mut open = Vec::new();
        for (at, command) in text.bytes().enumerate() {
            match (command, instructions.last_mut()) {
                (b'+', Some(Instruction::Add(sum))) => *sum = sum.wrapping_add(1),
                (b'-', Some(Instruction::Add(sum))) => *sum = sum.wrapping_sub(1),
                (b'<', Some(Instruction::Left(count)))
                | (b'>', Some(Instruction::Right(count))) => {
                    *count += 1;
                }
                (b'+', _) => instructions.push(Instruction::Add(1)),
                (b'-', _) => instructions.push(Instruction::Add(u8::MAX)),
                (b'<', _) => instructions.push(Instruction::Left(1)),
                (b'>', _) => instructions.push(Instruction::Right(1)),
                (b'.', _) => instructions.push(Instruction::Output),
                (b',', _) => instructions.push(Instruction::Input),
                (b'[', _) => {
                    open.push((at, instructions.len()));
                    // The partner is filled in when it is found.
                    instructions.push(Instruction::Open(usize::MAX));
                }
                (b']', _) => {
                    let (_, partner) = open.pop().ok_or(UnmatchedBracket(at))?;
                    instructions[partner] = Instruction::Open(instructions.len());
                    instructions.push(Instruction::Close(partner));
                }
                _ => {}
            }
        }
        match open.pop() {
            Some((at, _)) => Err(UnmatchedBracket(at)),
            None => Ok(Self { instructions }),
        }
    }

    /// Run it for at most `steps` instructions. At the end of the input a cell keeps its value.
    pub fn run(
        &self,
        input: impl BufRead,
        mut output: impl Write,
        steps: usize,
    ) -> Result<(), RunError> {
        let mut input = input.bytes();
        let mut tape = vec![0_u8];
        let (mut cell, mut at) = (0_usize, 0);
        for _ in 0..steps {
            match self.instructions.get(at) {
                None => break,
                Some(Instruction::Add(sum)) => tape[cell] = tape[cell].wrapping_add(*sum),
                Some(Instruction::Left(count)) => {
                    cell = cell.checked_sub(*count).ok_or(RunError::OffTheTape)?;
                }
                Some(Instruction::Right(count)) => {
                    cell += count;
                    if cell >= tape.len() {
                        tape.resize(cell + 1, 0);
                    }
                }
                Some(Instruction::Output) => output.write_all(&[tape[cell]])?,
                Some(Instruction::Input) => {
                    if let Some(byte) = input.next().transpose()? {
                        tape[cell] = byte;
                    }
                }
                Some(Instruction::Open(partner)) if tape[cell] == 0 => at = *partner,
                Some(Instruction::Close(partner)) if tape[cell] != 0 => at = *partner,
                Some(Instruction::Open(_) | Instruction::Close(_)) => {}
            }
            at += 1;
        }
        output.flush()?;
        if at < self.instructions.len() {
            Err(RunError::TooLong)
        } else {
            Ok(())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(text: &str, input: &str) -> Result<String, RunError> {
        let mut output = Vec::new();
        let program = Program::parse(text).expect("brackets match");
        program.run(input.as_bytes(), &mut output, 100_000)?;
        Ok(String::from_utf8(output).expect("these programs write text"))
    }

    #[test]
    fn a_loop_counts_up_to_a_letter() {
        // 8 * 8 + 1 is the code of A.
        assert_eq!(run("++++++++[>++++++++<-]>+.", "").expect("runs"), "A");
    }

    #[test]
    fn input_is_reversed() {
        // Reads until a line break (10) and goes back.
        let text = ">,----------[++++++++++>,----------]<[.<]";
        assert_eq!(run(text, "abc\n").expect("runs"), "cba");
    }

    #[test]
    fn runs_of_commands_become_one_instruction() {
        let program = Program::parse("+++ - >>> +").expect("valid");
        let expected = [
            Instruction::Add(2),
            Instruction::Right(3),
            Instruction::Add(1),
        ];
        assert_eq!(program.instructions, expected);
    }

    #[test]
    fn cells_wrap_around() {
        let mut output = Vec::new();
        let program = Program::parse("-.+.").expect("valid");
        program.run(io::empty(), &mut output, 10).expect("runs");
        assert_eq!(output, [255, 0]);
    }

    #[test]
    fn brackets_without_a_partner_are_found() {
        assert_eq!(Program::parse("+]"), Err(UnmatchedBracket(1)));
        assert_eq!(Program::parse("[[]"), Err(UnmatchedBracket(0)));
    }

    #[test]
    fn bad_runs_are_stopped() {
        assert!(matches!(run("<", ""), Err(RunError::OffTheTape)));
        assert!(matches!(run("+[]", ""), Err(RunError::TooLong)));
        assert_eq!(run("[.]", "").expect("never entered"), "");
    }
}
