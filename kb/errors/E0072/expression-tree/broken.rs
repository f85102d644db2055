pub enum Expr {
    Number(f64),
    Add(Expr, Expr),
}

pub fn eval(expr: &Expr) -> f64 {
    match expr {
        Expr::Number(value) => *value,
        Expr::Add(left, right) => eval(left) + eval(right),
    }
}
