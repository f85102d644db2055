macro_rules! double {
    ($value:expr) => {{
        let held: u64 = $value;
        held * "2"
    }};
}

macro_rules! outer {
    ($value:expr) => {
        double!($value)
    };
}

#[derive(Clone)]
struct Bare;

#[derive(Clone, PartialEq)]
struct Holds {
    bare: Bare,
}

fn main() {
    let _ = outer!(21);
    let unused = vec![1, "two"];
    assert_eq!(1, "one");
    println!("{}");
}
