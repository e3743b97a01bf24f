print("mingfa")
