pub enum Expr {
    Number(i64),
    Negate(Box<Expr>),
}

pub fn minus(value: i64) -> Expr {
    Expr::Negate(Box::new(Expr::Number(value)))
}
