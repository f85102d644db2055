-- the scenarios answer in the user's place
std = 'luajit'
globals = { 'vim' }
max_line_length = 100
