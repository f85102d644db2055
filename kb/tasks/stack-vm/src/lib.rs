//! A machine that computes with whole numbers.

use std::collections::HashMap;
use std::fmt;

/// An instruction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Instruction {
    /// Put a number on the stack.
    Push(i64),
    /// Put a variable's value on the stack.
    Load(u8),
    /// Take a number off the stack into a variable.
    Store(u8),
    /// Take two numbers, put their sum.
    Add,
    /// Take two numbers, put the lower minus the upper.
    Sub,
    /// Take two numbers, put their product.
    Mul,
    /// Take two numbers, put the lower divided by the upper.
    Div,
    /// Go on at this instruction.
    Jump(usize),
    /// Take a number, and go on at this instruction if it is zero.
    JumpIfZero(usize),
    /// Take a number and print it.
    Print,
}

/// Why a program was stopped; each with the number of the instruction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VmError {
    /// There are too few numbers on the stack.
    StackEmpty(usize),
    /// The result does not fit, or is a division by zero.
    Arithmetic(usize),
    /// The target is no instruction.
    BadJump(usize),
    /// The limit of steps is reached.
    TooManySteps(usize),
}

impl fmt::Display for VmError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (what, at) = match self {
            Self::StackEmpty(at) => ("the stack is empty", at),
            Self::Arithmetic(at) => ("the result does not exist or does not fit", at),
            Self::BadJump(at) => ("the jump goes nowhere", at),
            Self::TooManySteps(at) => ("the program runs too long", at),
        };
        write!(f, "instruction {at}: {what}")
    }
}

impl std::error::Error for VmError {}

/// Run a program for at most `steps` steps; returns what it printed.
///
/// It ends after the last instruction. Variables are 0 in the beginning.
pub fn run(program: &[Instruction], steps: usize) -> Result<Vec<i64>, VmError> {
    let mut stack: Vec<i64> = Vec::new();
    let mut variables = [0_i64; 256];
    let mut printed = Vec::new();
    let mut at = 0;
    for _ in 0..steps {
        let Some(&instruction) = program.get(at) else {
            return Ok(printed);
        };
        let mut pop = || stack.pop().ok_or(VmError::StackEmpty(at));
        let mut next = at + 1;
        match instruction {
            Instruction::Push(number) => stack.push(number),
            Instruction::Load(name) => stack.push(variables[usize::from(name)]),
            Instruction::Store(name) => variables[usize::from(name)] = pop()?,
            Instruction::Print => printed.push(pop()?),
            Instruction::Jump(target) => next = target,
            Instruction::JumpIfZero(target) => {
                if pop()? == 0 {
                    next = target;
                }
            }
            Instruction::Add | Instruction::Sub | Instruction::Mul | Instruction::Div => {
                let (right, left) = (pop()?, pop()?);
                let result = match instruction {
                    Instruction::Add => left.checked_add(right),
                    Instruction::Sub => left.checked_sub(right),
                    Instruction::Mul => left.checked_mul(right),
                    _ => left.checked_div(right),
                };
                stack.push(result.ok_or(VmError::Arithmetic(at))?);
            }
        }
        // One past the last instruction is the regular end.
        if next > program.len() {
            return Err(VmError::BadJump(at));
        }
        at = next;
    }
    if at == program.len() {
        Ok(printed)
    } else {
        Err(VmError::TooManySteps(at))
    }
}

/// A line that the assembler does not understand, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadLine(pub usize);

/// Translate text: one instruction per line, `name:` for a label, `;` for a comment.
pub fn assemble(text: &str) -> Result<Vec<Instruction>, BadLine> {
    let mut lines = Vec::new();
    let mut labels = HashMap::new();
    for (index, line) in text.lines().enumerate() {
        let code = line.split(';').next().unwrap_or_default().trim();
        match code.strip_suffix(':') {
            // A label stands for the instruction that follows.
            Some(label) => {
                if labels.insert(label.trim(), lines.len()).is_some() {
                    return Err(BadLine(index + 1));
                }
            }
            None if code.is_empty() => {}
            None => lines.push((index + 1, code)),
        }
    }
    lines
        .into_iter()
        .map(|(number, code)| instruction(code, &labels).ok_or(BadLine(number)))
        .collect()
}

fn instruction(code: &str, labels: &HashMap<&str, usize>) -> Option<Instruction> {
    let words: Vec<&str> = code.split_whitespace().collect();
    match words[..] {
        ["push", number] => Some(Instruction::Push(number.parse().ok()?)),
        ["load", name] => Some(Instruction::Load(name.parse().ok()?)),
        ["store", name] => Some(Instruction::Store(name.parse().ok()?)),
        ["jump", label] => Some(Instruction::Jump(*labels.get(label)?)),
        ["jump_if_zero", label] => Some(Instruction::JumpIfZero(*labels.get(label)?)),
        ["add"] => Some(Instruction::Add),
        ["sub"] => Some(Instruction::Sub),
        ["mul"] => Some(Instruction::Mul),
        ["div"] => Some(Instruction::Div),
        ["print"] => Some(Instruction::Print),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FACTORIAL: &str = "
        push 5
        store 0         ; counts down
        push 1
        store 1         ; the product
        loop:
        load 0
        jump_if_zero end
        load 1
        load 0
        mul
        store 1
        load 0
        push 1
        sub
        store 0
        jump loop
        end:
        load 1
        print";

    #[test]
    fn a_loop_with_labels() {
        let program = assemble(FACTORIAL).expect("valid");
        assert_eq!(run(&program, 1_000), Ok(vec![120]));
    }

    #[test]
    fn operands_keep_their_order() {
        let program =
            assemble("push 7\npush 2\nsub\nprint\npush 7\npush 2\ndiv\nprint").expect("valid");
        assert_eq!(run(&program, 100), Ok(vec![5, 3]));
    }

    #[test]
    fn bad_programs_are_stopped() {
        use Instruction::{Add, Div, Jump, JumpIfZero, Mul, Push};
        for (program, error) in [
            (vec![Push(1), Add], VmError::StackEmpty(1)),
            (vec![Push(1), Push(0), Div], VmError::Arithmetic(2)),
            (vec![Push(i64::MIN), Push(-1), Div], VmError::Arithmetic(2)),
            (vec![Push(i64::MAX), Push(2), Mul], VmError::Arithmetic(2)),
            (vec![Jump(7)], VmError::BadJump(0)),
            (
                vec![Push(1), JumpIfZero(0), Jump(0)],
                VmError::TooManySteps(1),
            ),
        ] {
            assert_eq!(run(&program, 100), Err(error), "{program:?}");
        }
    }

    #[test]
    fn the_end_may_be_jumped_to() {
        assert_eq!(run(&[Instruction::Jump(1)], 1), Ok(vec![]));
        assert_eq!(run(&[], 0), Ok(vec![]));
    }

    #[test]
    fn the_assembler_names_the_line() {
        for (text, line) in [
            ("push", 1),
            ("add\n\njump away", 3),
            ("a:\na:", 2),
            ("load 256", 1),
        ] {
            assert_eq!(assemble(text), Err(BadLine(line)), "{text}");
        }
    }
}
