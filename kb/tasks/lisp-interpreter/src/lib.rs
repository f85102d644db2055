//! Expressions such as `(define (twice x) (* 2 x))`.

use std::cell::RefCell;
use std::collections::HashMap;
use std::iter::Peekable;
use std::rc::Rc;

/// Calls and lists that may lie inside each other.
const DEEPEST: usize = 200;

#[derive(Clone, Debug)]
enum Value {
    /// A whole number; 0 counts as false.
    Number(i64),
    Symbol(String),
    List(Vec<Value>),
    Function(Rc<Function>),
}

/// Parameters, body, and the scope in which the function was made.
#[derive(Debug)]
struct Function {
    parameters: Vec<String>,
    body: Value,
    scope: Rc<Scope>,
}

#[derive(Debug, Default)]
struct Scope {
    values: RefCell<HashMap<String, Value>>,
    parent: Option<Rc<Scope>>,
}

impl Scope {
    fn get(&self, name: &str) -> Option<Value> {
        let own = self.values.borrow().get(name).cloned();
        own.or_else(|| self.parent.as_ref()?.get(name))
    }

    fn set(&self, name: &str, value: Value) {
        self.values.borrow_mut().insert(name.to_owned(), value);
    }
}

/// What went wrong, in words.
pub type LispError = String;

type Evaluated = Result<Value, LispError>;

/// An interpreter that keeps its definitions from one text to the next.
#[derive(Debug, Default)]
pub struct Lisp {
    global: Rc<Scope>,
}

impl Lisp {
    /// One without definitions.
    pub fn new() -> Self {
        Self::default()
    }

    /// Evaluate all expressions of a text; returns the value of the last one as text.
    pub fn run(&self, text: &str) -> Result<String, LispError> {
        let spaced = text.replace('(', " ( ").replace(')', " ) ");
        let mut words = spaced.split_whitespace().peekable();
        let mut last = Value::List(Vec::new());
        while words.peek().is_some() {
            last = evaluate(&read(&mut words, 0)?, &self.global, 0)?;
        }
        Ok(show(&last))
    }
}

fn read<'a>(words: &mut Peekable<impl Iterator<Item = &'a str>>, depth: usize) -> Evaluated {
    if depth > DEEPEST {
        return Err("too deeply nested".to_owned());
    }
    let word = words.next().ok_or("a bracket is not closed")?;
    match word {
        ")" => Err("there is a closing bracket too many".to_owned()),
        "(" => {
            let mut items = Vec::new();
            while words.next_if_eq(&")").is_none() {
                items.push(read(words, depth + 1)?);
            }
            Ok(Value::List(items))
        }
        _ => Ok(word
            .parse()
            .map_or_else(|_| Value::Symbol(word.to_owned()), Value::Number)),
    }
}

fn evaluate(expression: &Value, scope: &Rc<Scope>, depth: usize) -> Evaluated {
    if depth > DEEPEST {
        return Err("too many calls inside each other".to_owned());
    }
    let items = match expression {
        Value::Number(_) | Value::Function(_) => return Ok(expression.clone()),
        Value::Symbol(name) => {
            return scope
                .get(name)
                .ok_or_else(|| format!("{name} is not defined"));
        }
        Value::List(items) => items,
    };
    let (head, rest) = items
        .split_first()
        .ok_or("an empty list cannot be called")?;
    if let Value::Symbol(name) = head {
        match (name.as_str(), rest) {
            ("if", [condition, then, otherwise]) => {
                let condition = evaluate(condition, scope, depth + 1)?;
                let branch = if matches!(condition, Value::Number(0)) {
                    otherwise
                } else {
                    then
                };
                return evaluate(branch, scope, depth + 1);
            }
            ("define", [Value::Symbol(name), value]) => {
                let value = evaluate(value, scope, depth + 1)?;
                scope.set(name, value.clone());
                return Ok(value);
            }
            ("define", [Value::List(signature), body]) => {
                let mut names = names(signature)?.into_iter();
                let name = names.next().ok_or("a function needs a name")?;
                let function = function(names.collect(), body, scope);
                scope.set(&name, function.clone());
                return Ok(function);
            }
            ("lambda", [Value::List(parameters), body]) => {
                return Ok(function(names(parameters)?, body, scope));
            }
            ("if" | "define" | "lambda", _) => return Err(format!("{name} is not used like this")),
            _ => {}
        }
    }
    let arguments = rest
        .iter()
        .map(|argument| evaluate(argument, scope, depth + 1))
        .collect::<Result<Vec<_>, _>>()?;
    match head {
        // A definition may take the name of something built in.
        Value::Symbol(name) if scope.get(name).is_none() => built_in(name, &arguments),
        _ => call(&evaluate(head, scope, depth + 1)?, arguments, depth),
    }
}

fn function(parameters: Vec<String>, body: &Value, scope: &Rc<Scope>) -> Value {
    let (body, scope) = (body.clone(), Rc::clone(scope));
    Value::Function(Rc::new(Function {
        parameters,
        body,
        scope,
    }))
}

fn names(items: &[Value]) -> Result<Vec<String>, LispError> {
    let name = |item: &Value| match item {
        Value::Symbol(name) => Ok(name.clone()),
        other => Err(format!("{} is no name", show(other))),
    };
    items.iter().map(name).collect()
}

fn call(function: &Value, arguments: Vec<Value>, depth: usize) -> Evaluated {
    let Value::Function(function) = function else {
        return Err(format!("{} cannot be called", show(function)));
    };
    if function.parameters.len() != arguments.len() {
        let (wanted, given) = (function.parameters.len(), arguments.len());
        return Err(format!("expected {wanted} arguments, got {given}"));
    }
    let values = function.parameters.iter().cloned().zip(arguments).collect();
    let scope = Rc::new(Scope {
        values: RefCell::new(values),
        parent: Some(Rc::clone(&function.scope)),
    });
    evaluate(&function.body, &scope, depth + 1)
}

fn built_in(name: &str, arguments: &[Value]) -> Evaluated {
    let [Value::Number(a), Value::Number(b)] = *arguments else {
        return Err(format!("{name} is not defined for this"));
    };
    let number = match name {
        "+" => a.checked_add(b),
        "-" => a.checked_sub(b),
        "*" => a.checked_mul(b),
        "/" => a.checked_div(b),
        "<" => Some(i64::from(a < b)),
        "=" => Some(i64::from(a == b)),
        _ => return Err(format!("{name} is not defined")),
    };
    number
        .map(Value::Number)
        .ok_or_else(|| format!("({name} {a} {b}) has no result"))
}

fn show(value: &Value) -> String {
    match value {
        Value::Number(number) => number.to_string(),
        Value::Symbol(name) => name.clone(),
        Value::List(items) => {
            let items: Vec<String> = items.iter().map(show).collect();
            format!("({})", items.join(" "))
        }
        Value::Function(function) => format!("function of {}", function.parameters.join(" ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn functions_may_call_themselves() {
        let lisp = Lisp::new();
        lisp.run("(define (factorial n) (if (< n 2) 1 (* n (factorial (- n 1)))))")
            .expect("valid");
        assert_eq!(
            lisp.run("(factorial 20)").as_deref(),
            Ok("2432902008176640000")
        );
        assert!(
            lisp.run("(factorial 21)")
                .expect_err("too large")
                .contains("no result")
        );
    }

    #[test]
    fn a_function_keeps_its_scope() {
        let lisp = Lisp::new();
        let text = "(define (adder n) (lambda (x) (+ x n)))
                    (define add3 (adder 3))
                    (define n 100)
                    (add3 (add3 1))";
        assert_eq!(lisp.run(text).as_deref(), Ok("7"));
        assert_eq!(lisp.run("add3").as_deref(), Ok("function of x"));
    }

    #[test]
    fn only_the_chosen_branch_is_evaluated() {
        let lisp = Lisp::new();
        assert_eq!(lisp.run("(if 0 (/ 1 0) 5)").as_deref(), Ok("5"));
        assert_eq!(lisp.run("").as_deref(), Ok("()"));
    }

    #[test]
    fn mistakes_are_told() {
        let lisp = Lisp::new();
        for (text, reason) in [
            ("(+ 1", "not closed"),
            (")", "too many"),
            ("x", "x is not defined"),
            ("(1 2)", "1 cannot be called"),
            ("()", "empty list"),
            ("((lambda (x) x))", "expected 1 arguments, got 0"),
            ("(lambda (1) 1)", "1 is no name"),
            ("(if 1)", "not used like this"),
            ("(/ 1 0)", "no result"),
        ] {
            let error = lisp.run(text).expect_err(text);
            assert!(error.contains(reason), "{text}: {error}");
        }
    }

    #[test]
    fn endless_recursion_and_deep_nesting_end() {
        let lisp = Lisp::new();
        lisp.run("(define (forever) (forever))").expect("valid");
        assert!(
            lisp.run("(forever)")
                .expect_err("endless")
                .contains("inside each other")
        );
        assert!(
            lisp.run(&"(".repeat(10_000))
                .expect_err("deep")
                .contains("nested")
        );
    }
}
