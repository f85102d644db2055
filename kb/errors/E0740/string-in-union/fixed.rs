pub enum Value {
    Number(i64),
    Text(String),
}
