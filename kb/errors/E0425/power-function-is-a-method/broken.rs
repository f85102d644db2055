pub struct Loan {
    pub principal: f64,
    pub yearly_rate: f64,
}

pub fn balance_after(loan: &Loan, years: i32) -> f64 {
    let growth = 1.0 + loan.yearly_rate;
    loan.principal * pow(growth, years)
}
